package import Guides

/// The list of codes minted in advance, guides/reserved.yaml, as `onecard new` writes it: a line a code.
///
/// Clerks may write into it too; what cannot be changed line by line is left to them. Whoever changes it holds the
/// `LedgerLock`, or of two who do it at once one loses codes.
package struct ReservedCodes {
    package enum Failure: Error, CustomStringConvertible {
        case unwritable(String)
        /// A code whose entry does not stand on a line of its own.
        case unusual(ShortCode, String)
        /// A list to whose end no line can be put: the lines that somebody must put there by hand.
        case unusualList(String, lines: [String])

        package var description: String {
            switch self {
            case .unwritable(let words): words
            case .unusual(let code, let path): "\(path)里短码\(code)那一条不是一行写成的，请自己删去"
            case .unusualList(let path, let lines):
                "\(path)不是一行一条写成的，没有改动它，短码也没有发出。请先把“预留”改成一行一条，再运行一次：\n"
                    + lines.joined(separator: "\n")
            }
        }
    }

    private static let beginning = """
        # 预留短码：先印卡、后写指南。写好指南后，onecard new … --code 短码 会删去它那一条。
        # 有问题时运行 onecard check。
        预留:

        """
    private static let key = "预留:"
    private static let empty = "预留: []"

    package let path: String

    package init(in guides: String) { path = guides + "/reserved.yaml" }

    /// Writes more codes at the end of the list; all of them are in it then, or none.
    package func add(_ codes: [ShortCode], for purpose: String, on day: CalendarDate) throws(Failure) {
        let old = try written()
        var lines = (old ?? ReservedCodes.beginning).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        // An emptied list, as `remove` leaves it.
        if let index = lines.firstIndex(of: ReservedCodes.empty) { lines[index] = ReservedCodes.key }
        let entries = codes.map { "  - {短码: \"\($0)\", 用途: \(ReservedCodes.quoted(purpose)), 日期: \(day)}" }
        let text = (lines + entries).joined(separator: "\n") + "\n"
        // Somebody may have written it otherwise; a line that no reader finds is a code that is lost.
        let before = old.map { Reservation.list(in: $0, path: path) ?? [] } ?? []
        guard let after = Reservation.list(in: text, path: path),
            Set(after.map(\.code)) == Set(before.map(\.code) + codes)
        else { throw .unusualList(path, lines: entries) }
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
        if !lines.contains(where: { $0.hasPrefix("  - ") }), let key = lines.firstIndex(of: ReservedCodes.key) {
            lines[key] = ReservedCodes.empty
        }
        try write(lines.joined(separator: "\n"))
    }

    /// Nil where there is no such file.
    private func written() throws(Failure) -> String? {
        guard DurableFile.exists(path) else { return nil }
        guard let text = GuideLoader.text(of: path) else { throw .unwritable("读不了\(path)，请运行 onecard check") }
        return text
    }

    private func write(_ text: String) throws(Failure) {
        do throws(LedgerError) {
            try DurableFile.write(Array(text.utf8), to: path)
        } catch {
            guard case .file(let path, let reason) = error else { throw .unwritable(error.description) }
            throw .unwritable("写不了\(path)（\(reason)）")
        }
    }

    /// A YAML scalar in double quotes.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
