internal import ArgumentParser
internal import DataFiles
internal import Diagnostics
internal import Foundation
internal import Guides
internal import ScanRecords

/// `onecard stats`: how often the codes were scanned.
struct StatsCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, csv, json
    }

    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Show how often the codes were scanned.",
        discussion: """
            Counts per code, day and hour in China; nothing about people is kept. A scan is one opening of the address on \
            the card, /c/CODE. The same page in large print, with answers chosen, as data or as a file counts no second time.
            """)

    @Option(help: ArgumentHelp("The folder that serve was given as --data.", valueName: "dir"))
    var data: String

    @Option(help: ArgumentHelp("The first day that counts, such as 2026-11-01.", valueName: "date"))
    var since: String?

    @Option(help: "How the numbers are shown: table, csv or json.")
    var format = Format.table

    @OptionGroup var options: GuideOptions

    func validate() throws {
        if let since, CalendarDate(since) == nil { throw ValidationError("--since 应当是日期，如2026-11-01，这里是“\(since)”") }
    }

    func run() throws {
        let summary: ScanSummary
        do {
            let database = try ScanDatabase(reading: ScanFile.path(in: data))
            defer { database.close() }
            summary = try ScanSummary(of: database, since: since.flatMap { CalendarDate($0)?.description })
        } catch {
            Report.complain("“\(ScanFile.path(in: data))”：\(error)")
            throw ExitCode.inputErrors
        }
        for name in DamagedFile.names(in: data) where name.hasPrefix(ScanFile.name) {
            Report.warn("“\(data)/\(name)”是坏了改名的统计文件，下面不包括它里面的次数")
        }
        let guidebook = options.loader.settle().guidebook
        let report = StatsReport(summary) { code in
            (try? ShortCode(reading: code)).flatMap { name(of: $0, in: guidebook) }
        }
        switch format {
        case .table: Report.write(report.table, to: .standardOutput)
        case .csv: Report.write(report.csv, to: .standardOutput)
        case .json: Report.write(report.json, to: .standardOutput)
        }
    }

    /// What a code opens, opened or will open, as far as it is known now.
    private func name(of code: ShortCode, in guidebook: Guidebook?) -> String? {
        switch guidebook?.opening(of: code) {
        case .guide(let guide)?: guide.name
        case .gone(let retirement)?: "\(retirement.name)（已\(retirement.cause == .cancelled ? "取消" : "退役")）"
        case .awaited?: guidebook?.asWritten.guide(for: code).map { "\($0.name)（待发布）" }
        case .reserved(let reservation)?: "\(reservation.purpose)（预留）"
        case .revised?, .nothing?, nil: nil
        }
    }
}
