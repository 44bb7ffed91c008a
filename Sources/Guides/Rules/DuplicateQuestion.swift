package import Diagnostics

/// The same question stands twice among a guide's questions, perhaps with two answers.
package enum DuplicateQuestion: FileRule {
    package static let name = "duplicate-question"
    package static let severity = Severity.warning
    package static let manual = """
        常见问题里同一句问了两次。留下一条，两个回答不同的，先核对哪个对。

        错误：
            常见问题: [{问: 几天能拿到？, 答: 三天。}, {问: 几天能拿到, 答: 五天。}]
        正确：
            常见问题: [{问: 几天能拿到？, 答: 三天。}]
        """

    package static func check(_ file: GuideFile) -> [Diagnostic] {
        guard file.kind == .item || file.kind == .policy else { return [] }
        return ["常见问题", "问答"].flatMap { key -> [Diagnostic] in
            guard let list = file.root?[key]?.elements, list.count > 1 else { return [] }
            var first: [ByteKey: MarkedNode] = [:]
            return list.compactMap { record in
                guard let node = record["问"], let text = node.text else { return nil }
                let plain = ByteKey(plain(text))
                guard let other = first[plain] else {
                    first[plain] = node
                    return nil
                }
                return finding(
                    "这个问题前面问过了，请只留一条", at: node.mark.location(in: file.path),
                    notes: [.init("首次写在这里", at: other.mark.location(in: file.path))])
            }
        }
    }

    /// The question without its signs.
    private static func plain(_ question: String) -> String {
        var question = question
        return question.withUTF8 { bytes in
            var plain: [UInt8] = []
            plain.reserveCapacity(bytes.count)
            var place = 0
            while place < bytes.count {
                let length = signLength(bytes, place)
                if length == 0 {
                    plain.append(bytes[place])
                    place += 1
                } else {
                    place += length
                }
            }
            return String(decoding: plain, as: UTF8.self)
        }
    }

    /// How many bytes the sign takes that stands at a place; 0 where none does.
    private static func signLength(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        switch bytes[place] {
        case UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: " "): 1
        case 0xE2, 0xE3, 0xEF:
            signs.contains { $0.elementsEqual(bytes[place..<min(place + 3, bytes.count)]) } ? 3 : 0
        default: 0
        }
    }

    private static let signs = ["？", "，", "。", "、", "：", "“", "”", "！", "\u{3000}"].map { Array($0.utf8) }
}
