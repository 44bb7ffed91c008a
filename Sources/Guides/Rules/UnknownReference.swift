package import Diagnostics

/// A name refers to a file, field or hall that does not exist.
package enum UnknownReference: TreeRule {
    package static let name = "unknown-reference"
    package static let severity = Severity.error
    package static let manual = """
        名称指向的文件、领域或大厅不存在。写文件名，不带“.yaml”；法规也可以写全称或简称。

        错误：
            设定依据: [建设法 第七条]
        正确：
            设定依据: [建筑法 第七条]
        """

    package static let keys: [KeptKey] = []

    package static func check(_ tree: GuideTree) -> [Diagnostic] {
        var known: [ReferenceKind: Set<ByteKey>] = [:]
        for kind in ReferenceKind.allCases { known[kind] = Set(tree.names(for: kind).map(ByteKey.init)) }
        // The stem is the usual one of a law's names.
        known[.law]?.formUnion(tree.laws.byName { _ in true }.keys)
        let unread = Unread(tree)
        return tree.files.flatMap { file in
            file.references.compactMap { reference in
                guard known[reference.kind]?.contains(ByteKey(reference.name)) != true else { return nil }
                guard !unread.mayHave(reference) else { return nil }
                let place = reference.mark.location(in: file.path)
                return finding(
                    reference.kind == .law
                        ? tree.laws.message(noneNamed: reference.name)
                        : message(reference, names: tree.names(for: reference.kind)), at: place)
            }
        }
    }

    /// What files with errors of their own may list or be called besides what could be read of them; the errors are said
    /// there.
    private struct Unread {
        private let site: Site?
        private let isSiteWrong: Bool
        /// The stems of law files whose full names are not known.
        private let laws: [String]

        init(_ tree: GuideTree) {
            site = tree.site
            isSiteWrong = tree.everyFile.contains { $0.kind == .site && $0.diagnostics.hasErrors }
            laws = tree.everyFile.filter { $0.kind == .law && !$0.isLegible }.map(\.stem)
        }

        func mayHave(_ reference: ShapeCheck.Reference) -> Bool {
            switch reference.kind {
            case .field: site.map { isSiteWrong && $0.fields.isEmpty } ?? true
            case .hall: site.map { isSiteWrong && $0.halls.isEmpty } ?? true
            case .guide where reference.name == Guide.overviewStem: site.map { isSiteWrong && $0.code == nil } ?? true
            case .law: laws.contains { LawLibrary.plainName(reference.name).hasBytes(of: $0) }
            default: false
            }
        }
    }

    private static func message(_ reference: ShapeCheck.Reference, names: [String]) -> String {
        var message = "没有名为“\(reference.name)”的\(reference.kind.rawValue)"
        if let near = Spelling.nearest(to: reference.name, in: names) {
            return message + "，是否想写“\(near)”？"
        }
        switch reference.kind {
        case .law: break
        case .item: message += "，请在guides/items里添加\(reference.name).yaml"
        case .field, .hall: message += "，请在guides/site.yaml里添加"
        case .roadmap: message += "，请写guides/roadmaps里的文件名（不带.yaml）"
        case .guide: message += "，请写guides里某个事项、全流程、政策或通知的文件名（不带.yaml）"
        }
        return message
    }
}
