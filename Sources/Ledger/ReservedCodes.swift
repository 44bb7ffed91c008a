internal import Diagnostics
internal import Foundation
package import Guides

/// The list of codes minted in advance, guides/reserved.yaml, as `onecard new` writes it: a line a code.
///
/// Clerks may write into it too; what cannot be changed line by line is left to them.
package struct ReservedCodes {
    package enum Failure: Error, CustomStringConvertible {
        case unwritable(String), unusual(ShortCode, String)

        package var description: String {
            switch self {
            case .unwritable(let words): words
            case .unusual(let code, let path): "\(path)里短码\(code)那一条不是一行写成的，请自己删去"
            }
        }
    }

    private static let beginning = """
        # 预留短码：先印卡、后写指南。写好指南后，onecard new … --code 短码 会删去它那一条。
        # 有问题时运行 onecard check。
        预留:

        """
    private static let empty = "预留: []"

    package let path: String

    package init(in guides: String) { path = guides + "/reserved.yaml" }

    /// Writes more codes at the end of the list.
    package func add(_ codes: [ShortCode], for purpose: String, on day: CalendarDate) throws(Failure) {
        var text = try written() ?? ReservedCodes.beginning
        if !text.hasSuffix("\n") { text += "\n" }
        // An emptied list, as `remove` leaves it.
        if let range = text.range(of: "\n" + ReservedCodes.empty + "\n") {
            text.replaceSubrange(range, with: "\n预留:\n")
        }
        for code in codes {
            text += "  - {短码: \"\(code)\", 用途: \(ReservedCodes.quoted(purpose)), 日期: \(day)}\n"
        }
        try write(text)
    }

    /// Takes a code off the list, for the guide that has it now.
    package func remove(_ code: ShortCode) throws(Failure) {
        guard let text = try written() else { return }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard
            let index = lines.firstIndex(where: {
                $0.hasPrefix("  - {") && $0.hasSuffix("}") && $0.contains("短码: \"\(code)\"")
            })
        else { throw .unusual(code, path) }
        lines.remove(at: index)
        if !lines.contains(where: { $0.hasPrefix("  - ") }), let key = lines.firstIndex(of: "预留:") {
            lines[key] = ReservedCodes.empty
        }
        try write(lines.joined(separator: "\n"))
    }

    /// Nil where there is no such file.
    private func written() throws(Failure) -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            return try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
        } catch {
            throw .unwritable("读不了\(path)：\(SystemReason.words(for: error))")
        }
    }

    private func write(_ text: String) throws(Failure) {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .unwritable("写不了\(path)：\(SystemReason.words(for: error))")
        }
    }

    /// A YAML scalar in double quotes.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
    }
}
