internal import Diagnostics
internal import Foundation
internal import ScanRecords

/// Scan counts as text: for a terminal, for a spreadsheet, for a program.
struct StatsReport {
    private let summary: ScanSummary
    private let name: (String) -> String?
    /// The longest bar, in columns.
    private static let barWidth = 32

    /// - Parameter name: The name of a code's guide, as far as it is known now.
    init(_ summary: ScanSummary, name: @escaping (String) -> String?) {
        self.summary = summary
        self.name = name
    }

    var table: String {
        var text = "扫码共\(summary.total)次\n"
        if summary.total > 0 {
            text += section("按卡号", summary.byCode.map { ("\($0.name)  \(name($0.name) ?? "（指南已不在）")", $0.count) })
            text += section("按日（最近31天）", summary.byDay.suffix(31).map { ($0.name, $0.count) })
            text += section("按时段", summary.byHour.map { ("\($0.name.count < 2 ? " " : "")\($0.name)时", $0.count) })
        }
        if !summary.unknown.isEmpty {
            text += section("从未发放的卡号（可能是伪造或损坏的卡）", summary.unknown.prefix(20).map { (unknownName($0.name), $0.count) })
        }
        return text
    }

    private func section(_ title: String, _ rows: [(String, Int)]) -> String {
        let most = rows.map(\.1).max() ?? 0
        let width = rows.map { StatsReport.columns($0.0) }.max() ?? 0
        let digits = String(most).count
        let lines = rows.map { label, count in
            let padding = String(repeating: " ", count: width - StatsReport.columns(label))
            let number = String(repeating: " ", count: digits - String(count).count) + String(count)
            let bar = bar(count, of: most)
            return "  \(label)\(padding)  \(number)\(bar.isEmpty ? "" : "  " + bar)\n"
        }
        return "\n\(title)\n" + lines.joined()
    }

    private static func columns(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

    /// Blocks in eighths of a column; something is always visible for what is not nothing.
    private func bar(_ count: Int, of most: Int) -> String {
        guard count > 0, most > 0 else { return "" }
        let eighths = max(1, count * StatsReport.barWidth * 8 / most)
        let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        return String(repeating: "█", count: eighths / 8) + part
    }

    private func unknownName(_ code: String) -> String {
        switch code {
        case ScanTally.otherCodes: "其他卡号合计"
        case ScanTally.unreadable: "不是卡号或输错的"
        default: code
        }
    }

    /// RFC 4180, with a mark of UTF-8 for spreadsheets.
    var csv: String {
        let rows =
            summary.byCode.map { ["卡号", $0.name, name($0.name) ?? "", String($0.count)] }
            + summary.byDay.map { ["日期", $0.name, "", String($0.count)] }
            + summary.byHour.map { ["时段", $0.name, "", String($0.count)] }
            + summary.unknown.map { ["从未发放", $0.name, unknownName($0.name), String($0.count)] }
        return "\u{FEFF}"
            + ([["类别", "项", "名称", "次数"]] + rows).map { row in
                row.map(StatsReport.csvField).joined(separator: ",") + "\r\n"
            }.joined()
    }

    private static func csvField(_ text: String) -> String {
        guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    var json: String {
        struct Entry: Encodable {
            let key: String
            let name: String?
            let count: Int
        }
        struct Document: Encodable {
            let total: Int
            let codes, days, hours, unknownCodes: [Entry]
        }
        func entries(_ rows: [ScanSummary.Row]) -> [Entry] {
            rows.map { Entry(key: $0.name, name: nil, count: $0.count) }
        }
        let document = Document(
            total: summary.total,
            codes: summary.byCode.map { Entry(key: $0.name, name: name($0.name), count: $0.count) },
            days: entries(summary.byDay), hours: entries(summary.byHour), unknownCodes: entries(summary.unknown))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(document)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
    }
}
