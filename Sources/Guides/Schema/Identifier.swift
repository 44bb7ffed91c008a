/// The codes of items and bodies, checked by their structure.
package enum Identifier: String, Sendable, CaseIterable {
    /// 12: region (2), type of power (2), main item (5), sub-item (3) (GB/T 39554.1).
    case base = "基本编码"
    /// 31: credit code of the body (18), level (1), 基本编码 (12).
    case implementation = "实施编码"
    /// 33: 实施编码 (31), number of the variant (2).
    case business = "业务办理项编码"
    /// 18: with a check character over the first 17 (GB 32100—2015).
    case creditCode = "统一社会信用代码"

    /// The number of characters.
    package var length: Int {
        switch self {
        case .base: 12
        case .implementation: 31
        case .business: 33
        case .creditCode: 18
        }
    }

    /// A regular expression for the structure, without check characters.
    package var pattern: String {
        let credit = "[0-9A-HJ-NPQRTUWXY]{18}"
        let base = "[0-9]{4}[0-9A-HJ-NP-RT-UW-Y]{5}(?:[0-9]{3}|00Y)"
        return switch self {
        case .base: "^\(base)$"
        case .implementation: "^\(credit)[1-7]\(base)$"
        case .business: "^\(credit)[1-7]\(base)[0-9]{2}$"
        case .creditCode: "^\(credit)$"
        }
    }

    /// GB/T 39046—2020 表 A.1.
    static let typeCodes = [
        "行政许可": "01", "行政处罚": "02", "行政强制": "03", "行政征收": "04", "行政给付": "05", "行政检查": "06", "行政确认": "07",
        "行政奖励": "08", "行政裁决": "09", "其他行政权力": "10", "公共服务": "20",
    ]

    /// 分级管理: the level that stands for several.
    static let severalLevels = "分级管理"

    /// 行使层级 as the 19th character of an 实施编码 says it (GB/T 39046—2020 表 A.2).
    static func level(of implementation: String) -> String? {
        let levels = ["1": "国家级", "2": "省级", "3": "市级", "4": "县级", "5": "镇（乡、街道）级", "6": "村（社区）级", "7": severalLevels]
        return levels[String(implementation.dropFirst(18).prefix(1))]
    }

    package func isWellFormed(_ text: String) -> Bool { problem(in: text) == nil }

    /// What is wrong with `text`, as the end of a sentence; nil where nothing is.
    func problem(in text: String) -> String? {
        let characters = Array(text)
        guard characters.count == length else { return "应当是\(length)位，这里是\(characters.count)位" }
        if let wrong = characters.first(where: { !($0.isASCII && ($0.isNumber || $0.isUppercase)) }) {
            return "只能有数字和大写字母，不能有“\(wrong)”"
        }
        return switch self {
        case .creditCode: Identifier.creditProblem(characters)
        case .base: Identifier.baseProblem(characters)
        case .implementation, .business: Identifier.implementationProblem(characters)
        }
    }

    private static func implementationProblem(_ characters: [Character]) -> String? {
        if let problem = creditProblem(Array(characters[..<18])) { return "的前18位（统一社会信用代码）" + problem }
        guard "1234567".contains(characters[18]) else { return "的第19位（行使层级）应当是1到7，这里是“\(characters[18])”" }
        if let problem = baseProblem(Array(characters[19..<31])) { return "的第20到31位（基本编码）" + problem }
        guard characters[31...].allSatisfy(\.isNumber) else { return "的最后2位应当是数字" }
        return nil
    }

    private static func baseProblem(_ characters: [Character]) -> String? {
        guard characters[..<4].allSatisfy(\.isNumber) else { return "的前4位（地区和事项类型）应当是数字" }
        if let wrong = characters[4..<9].first(where: { "IOZSV".contains($0) }) { return "的主项代码不用字母“\(wrong)”" }
        guard characters[9...].allSatisfy(\.isNumber) || String(characters[9...]) == "00Y" else {
            return "的最后3位（子项）应当是数字，没有子项写000"
        }
        return nil
    }

    /// The characters of GB 32100, in the order of their values; no I, O, S, V, Z.
    private static let creditAlphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    private static func creditProblem(_ characters: [Character]) -> String? {
        var sum = 0
        var weight = 1
        for character in characters[..<17] {
            guard let value = creditAlphabet.firstIndex(of: character) else { return "不用字母“\(character)”" }
            sum += value * weight
            weight = weight * 3 % 31
        }
        let expected = creditAlphabet[(31 - sum % 31) % 31]
        guard characters[17] == expected else {
            return "第18位校验码不对；如果前17位没有写错，应当是“\(expected)”"
        }
        return nil
    }
}
