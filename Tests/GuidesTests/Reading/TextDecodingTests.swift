import Diagnostics
import Foundation
import Testing

@testable import Guides

struct TextDecodingTests {
    private func decode(_ bytes: [UInt8]) -> (text: String, findings: [String]) {
        let decoded = TextDecoding.decode(bytes, file: "甲.yaml")
        return (decoded.text, decoded.diagnostics.map { "\($0.location) \($0.message)" })
    }

    @Test func aByteOrderMarkIsAccepted() {
        #expect(decode([0xEF, 0xBB, 0xBF] + Array("名称: 甲".utf8)) == ("名称: 甲", []))
    }

    @Test func windowsLineEndsAreAccepted() {
        let file = GuideFile(
            kind: .card, stem: "甲", path: "甲.yaml", bytes: Array("打开: 甲\r\n标题: 乙\r\n版本日期: 昨天\r\n".utf8))
        #expect(file.diagnostics.map { "\($0.location) \($0.rule)" } == ["甲.yaml:3:7 unreadable-date"])
    }

    @Test(arguments: [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian])
    func utf16(encoding: String.Encoding) throws {
        let bytes = Array(try #require("名称: 甲\n简介: abc\n".data(using: encoding)))
        #expect(decode(bytes).findings == ["甲.yaml:1:1 文件不是UTF-8编码（可能是UTF-16），请在编辑器里另存为UTF-8"])
    }

    @Test func gbk() {
        // 名称: 甲 / 简介: 乙, in GBK.
        let bytes: [UInt8] = Array("# ascii\n".utf8) + [0xC3, 0xFB, 0xB3, 0xC6, 0x3A, 0x20, 0xBC, 0xD7, 0x0A]
        #expect(decode(bytes).findings == ["甲.yaml:2:1 文件不是UTF-8编码（可能是GBK），请在编辑器里另存为UTF-8"])
    }

    @Test func damagedText() {
        let bytes = Array("名称: 甲\n简介: ".utf8) + [0xE4, 0xB8] + Array("乙\n".utf8) + [0xFF]
        #expect(decode(bytes).findings == ["甲.yaml:2:1 这一行有损坏的字符（不是UTF-8），请改好这一行，或恢复以前的文件"])
    }

    @Test func binary() {
        #expect(
            decode([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]).findings == ["甲.yaml:3:1 这不是文本文件，请检查是否放错了文件"]
        )
    }

    @Test func tooLarge() {
        let bytes = [UInt8](repeating: 0x20, count: TextDecoding.sizeLimit + 1)
        #expect(decode(bytes).findings == ["甲.yaml 文件超过2MB，不像是指南文件，请检查是否放错了文件"])
    }

    @Test func nothing() {
        #expect(decode([]) == ("", []))
    }

    @Test func everyLineBreakOfYAMLBecomesAPlainOne() {
        #expect(decode(Array("甲\r\n乙\r丙\u{85}丁\u{2028}戊\u{2029}己\n".utf8)) == ("甲\n乙\n丙\n丁\n戊\n己\n", []))
        #expect(decode(Array("“甲”—…·é".utf8)) == ("“甲”—…·é", []))
    }
}
