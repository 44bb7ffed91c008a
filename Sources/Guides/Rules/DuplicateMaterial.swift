package import Diagnostics

/// The same material stands twice in a list, so an applicant would bring it twice.
package enum DuplicateMaterial: ItemRule {
    package static let name = "duplicate-material"
    package static let severity = Severity.warning
    package static let manual = """
        同一份材料写了两次（有没有书名号都算同一份）。合并成一条；不同情形要的份数不同的，用“仅当”分开。

        错误：
            申请材料:
              - {名称: 营业执照, 材料形式: 电子, 必要性: 必要, 来源渠道: 政府部门核发}
              - {名称: 《营业执照》, 材料形式: 电子, 必要性: 必要, 来源渠道: 政府部门核发}
        正确：
            申请材料:
              - {名称: 营业执照, 材料形式: 电子, 必要性: 必要, 来源渠道: 政府部门核发}
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        var seen: [ByteKey: [Int]] = [:]
        return item.materials.enumerated().compactMap { index, material in
            let name = ByteKey(plain(material.name))
            guard !name.text.isEmpty else { return nil }
            defer { seen[name, default: []].append(index) }
            // Two situations may each ask for it in another form.
            let other = seen[name]?.first { other in
                let conditions = item.materials[other].conditions
                return conditions.isEmpty || material.conditions.isEmpty
                    || !Set(conditions).isDisjoint(with: material.conditions)
            }
            guard let other else { return nil }
            return finding(
                "材料“\(material.name)”前面写过了，请合并成一条", at: file.place("申请材料", .record(index), "名称"),
                notes: [.init("首次写在这里", at: file.place("申请材料", .record(other), "名称"))])
        }
    }

    /// The name without what changes nothing: quotation marks of every kind, and spaces.
    static func plain(_ name: String) -> String {
        // Most names have none of them.
        guard name.unicodeScalars.contains(where: isSign) else { return name }
        return String(String.UnicodeScalarView(name.unicodeScalars.filter { !isSign($0) }))
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "《", "》", "〈", "〉", "“", "”", "\"", "'", " ", "\u{3000}": true
        default: false
        }
    }
}
