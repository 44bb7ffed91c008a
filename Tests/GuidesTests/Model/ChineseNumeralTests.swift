import Testing

@testable import Guides

struct ChineseNumeralTests {
    @Test(arguments: [
        ("第八条", [8]), ("第十条", [10]), ("第十三条", [13]), ("第二十条", [20]), ("第四十九条第二款", [49, 2]), ("第一百零五条", [105]),
        ("第一百二十条之一", [120, 1]), ("第一千二百四十二条", [1242]), ("第一千零五十七条", [1057]), ("总则", []),
    ])
    func numbersAreRead(text: String, numbers: [Int]) {
        #expect(ChineseNumeral.numbers(in: text) == numbers)
    }

    @Test func readingUndoesWriting() {
        for number in 1...99 { #expect(ChineseNumeral.numbers(in: "第\(ChineseNumeral.ordinal(number))条") == [number]) }
    }
}
