package import Diagnostics

/// The codes of an item contradict one another or its other elements: an 实施编码 is the credit code of the body, the level and
/// the 基本编码; a 业务办理项编码 begins with the 实施编码 (GB/T 39554.1).
package enum IdentifierMismatch: ItemRule {
    package static let name = "identifier-mismatch"
    package static let severity = Severity.error
    package static let manual = """
        实施编码=实施主体编码（18位）+行使层级（1位）+基本编码（12位）；业务办理项编码=实施编码+2位；基本编码的第3、4位是事项类型。

        错误：
            事项类型: 行政许可
            基本编码: "372011500100"
        正确：
            事项类型: 行政许可
            基本编码: "370111500100"
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        func code(_ key: String, _ identifier: Identifier) -> String? {
            file.text(.key(key)).flatMap { identifier.isWellFormed($0) ? $0 : nil }
        }
        var findings: [Diagnostic] = []
        func mismatch(_ message: String, _ key: String, _ other: String) {
            findings.append(
                finding(
                    message, at: file.place(.key(key)), notes: [.init("“\(other)”写在这里", at: file.place(.key(other)))]))
        }
        let implementation = code("实施编码", .implementation)
        if let base = code("基本编码", .base) {
            let type = String(base.dropFirst(2).prefix(2))
            if let expected = Identifier.typeCodes[item.type], expected != type {
                mismatch("基本编码的第3、4位是“\(type)”，\(item.type)应当是“\(expected)”", "基本编码", "事项类型")
            }
            if let implementation, !implementation.hasSuffix(base) {
                mismatch("实施编码的最后12位应当是基本编码“\(base)”", "实施编码", "基本编码")
            }
        }
        if let implementation {
            if let body = code("实施主体编码", .creditCode), !implementation.hasPrefix(body) {
                mismatch("实施编码的前18位应当是实施主体编码“\(body)”", "实施编码", "实施主体编码")
            }
            let level = Identifier.level(of: implementation)
            if let level, level != Identifier.severalLevels, !item.levels.isEmpty, !item.levels.contains(level) {
                mismatch("实施编码的第19位表示“\(level)”，行使层级里没有", "实施编码", "行使层级")
            }
            if let business = code("业务办理项编码", .business), !business.hasPrefix(implementation) {
                mismatch("业务办理项编码的前31位应当是实施编码", "业务办理项编码", "实施编码")
            }
        }
        return findings
    }
}
