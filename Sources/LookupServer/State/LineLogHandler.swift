internal import Foundation
package import Logging
internal import Publication
internal import Synchronization

/// Writes one line for each message to standard error: for people, or as JSON for programs.
package struct LineLogHandler: LogHandler {
    package enum Format: String, Sendable, CaseIterable {
        case text, json
    }

    package var logLevel = Logger.Level.notice
    package var metadata: Logger.Metadata = [:]
    private let format: Format
    private let label: String
    private let write: @Sendable (String) -> Void

    /// - Parameter write: Where lines go.
    package init(
        label: String, format: Format, write: @escaping @Sendable (String) -> Void
    ) {
        self.label = label
        self.format = format
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let members = metadata.merging(event.metadata ?? [:]) { $1 }.map { ($0.key, "\($0.value)") }
            .filter { !$0.1.isEmpty }.sorted { $0.0 < $1.0 }
        write(LineLogHandler.text(event.level, "\(event.message)", members, label: label, format))
    }

    /// A writer whose note on lines that were left out is a line like the others.
    package static func writer(to descriptor: Int32, label: String, format: Format) -> LineWriter {
        LineWriter(descriptor) { count in
            text(.warning, "有\(count)行日志没有写出：读日志的程序跟不上", [("lines", String(count))], label: label, format)
        }
    }

    private static func text(
        _ level: Logger.Level, _ message: String, _ members: [(String, String)], label: String, _ format: Format
    ) -> String {
        let time = Date().ISO8601Format()
        switch format {
        case .json:
            let object = JSONText.object(
                [
                    ("time", .string(time)), ("level", .string(level.rawValue)), ("logger", .string(label)),
                    ("message", .string(message)),
                ] + members.map { ($0.0, .string($0.1)) })
            return String(decoding: object.bytes, as: UTF8.self) + "\n"
        case .text:
            let rest = members.map { " \($0.0)=\($0.1)" }.joined()
            return line("\(time) \(level.rawValue) \(message)\(rest)") + "\n"
        }
    }

    /// The words on one line, whatever comes from a file or a client.
    ///
    /// A line break is a space; what else moves, hides or turns letters on a terminal is written as its number. Scalar by
    /// scalar: two make one character of Swift.
    private static func line(_ words: String) -> String {
        var line = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in words.unicodeScalars {
            defer { previous = scalar }
            switch scalar.properties.generalCategory {
            case _ where scalar == "\r": line.append(" ")
            case _ where scalar == "\n": if previous != "\r" { line.append(" ") }
            case .control, .format, .lineSeparator, .paragraphSeparator:
                line.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
            default: line.append(scalar)
            }
        }
        return String(line)
    }
}
