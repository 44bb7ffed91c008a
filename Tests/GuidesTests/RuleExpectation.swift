import Diagnostics
import Guides
import TestSupport
import Testing

/// A tree of guide files in memory, written as marked texts.
struct MarkedTree {
    let tree: GuideTree
    /// The same as a check has it, with no more than rules may ask for.
    let condensed: GuideTree
    private let files: [String: MarkedText]

    /// - Parameter files: Texts by path, such as `items/施工许可.yaml` or `cards/卡.yaml`.
    init(_ files: [String: String]) {
        self.files = files.mapValues { MarkedText($0) }
        let read = self.files.map { path, marked in
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let kind = FileKind.allCases.first { $0.folder.map { path.hasPrefix($0 + "/") } ?? false }
            return GuideFile(
                kind: kind ?? FileKind.allCases.first { $0.fileName == path } ?? .card,
                stem: String(name.dropLast(".yaml".count)), path: path, bytes: Array(marked.text.utf8))
        }
        tree = GuideTree(files: read)
        condensed = GuideTree(files: read.map { $0.condensed(keepsModel: false) })
    }

    /// A finding as one line: its marker (or its place, where no marker stands), its message, and its notes.
    func describe(_ diagnostic: Diagnostic) -> String {
        let notes = diagnostic.notes.map { "（\(describe($0.location)) \($0.message)）" }.joined()
        return "\(describe(diagnostic.location)) \(diagnostic.message)\(notes)"
    }

    private func describe(_ location: Diagnostics.SourceLocation) -> String {
        let place = MarkedText.Place(line: location.line, column: location.column)
        if let marker = files[location.file]?.places.first(where: { $0.value == place })?.key { return String(marker) }
        return location.description
    }
}

/// The day on which all tests take place that do not say otherwise.
let testDay = CalendarDate(daysSinceEpoch: 20_780)

/// Expects exactly these findings of one rule, in order of place: `1️⃣ message（2️⃣ note）`.
func expect(
    _ rule: any Rule.Type, in files: [String: String], today: CalendarDate = testDay, _ findings: [String],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    let marked = MarkedTree(files)
    let found = Checker.check(marked.condensed, today: today).filter { $0.rule == rule.name }
    #expect(found.map(marked.describe) == findings, sourceLocation: sourceLocation)
    #expect(found.allSatisfy { $0.severity == rule.severity }, sourceLocation: sourceLocation)
}

/// The same, where the tree is one item.
func expect(
    _ rule: any Rule.Type, inItem text: String, today: CalendarDate = testDay, _ findings: [String],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    expect(rule, in: ["items/甲.yaml": text], today: today, findings, sourceLocation: sourceLocation)
}

/// What a test met where something else had to be.
struct Unexpected: Error {
    let words: String
}
