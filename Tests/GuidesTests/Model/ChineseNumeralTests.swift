import Testing

@testable import Guides

struct ChineseNumeralTests {
    private func read(_ text: String) -> ChineseNumeral.Reading { ChineseNumeral.reading(text.unicodeScalars) }

    @Test(arguments: [
        ("八", 8), ("十", 10), ("十三", 13), ("二十", 20), ("四十九", 49), ("一百零五", 105), ("一百〇五", 105), ("一百一十", 110),
        ("一百十", 110), ("一千二百四十二", 1242), ("一千零五十七", 1057), ("9", 9), ("105", 105), ("１０５", 105),
    ])
    func `a number is read in every form that has one meaning`(text: String, number: Int) {
        #expect(read(text) == .value(number))
    }

    @Test(arguments: [
        ("三四", [34]), ("一百二", [120, 102]), ("二〇一", [201]), ("八十百", []), ("十八十", []), ("零", []), ("1百", []), ("百十", []),
        ("123456", []), ("二千三", [2300, 2003]),
    ])
    func `a row that is no number of laws is none, and says what may be meant`(text: String, maybe: [Int]) {
        #expect(read(text) == .unclear(maybe: maybe))
    }

    @Test func `reading undoes writing for every number that laws have`() {
        for number in 1...9999 { #expect(read(ChineseNumeral.text(number)) == .value(number)) }
        for number in 1...99 { #expect(ChineseNumeral.ordinal(number) == ChineseNumeral.text(number)) }
    }
}
