internal import ArgumentParser
internal import Foundation
internal import Guides

/// Where the guides are.
struct GuideOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder with the guide files.", valueName: "dir"))
    var guides = "guides"

    @Option(help: ArgumentHelp("The folder with the card files.", valueName: "dir"))
    var cards = "cards"

    /// The ledger of the printed codes.
    var ledger: String { cards + "/ledger.csv" }

    var loader: GuideLoader { GuideLoader(guides: guides, cards: cards) }

    /// The guides that are free of errors; what is wrong with others is told of and stops nothing.
    func workbook(today: CalendarDate = .today) throws -> Workbook {
        try Workbook(loader.settle(today: today, doesWithoutSite: true))
    }
}

/// A base address given on the command line.
struct BaseURLOption: ParsableArguments {
    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp("The address to use instead of the one in site.yaml, for a trial.", valueName: "url"))
    var baseURL: String?

    func validate() throws {
        guard let baseURL else { return }
        if let problem = WebAddress.problem(in: baseURL) ?? BaseAddress.problem(in: baseURL) {
            throw ValidationError("--base-url 这里是“\(baseURL)”：\(problem)")
        }
    }

    func applied(to guidebook: Guidebook) -> Guidebook {
        baseURL.map { guidebook.moved(to: $0) } ?? guidebook
    }
}

extension ExitCode {
    /// The input has errors.
    static let inputErrors = ExitCode(1)
}
