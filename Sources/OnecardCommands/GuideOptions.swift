internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Guides

/// Where the guides are.
struct GuideOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder with the guide files.", valueName: "dir"))
    var guides = "guides"

    @Option(help: ArgumentHelp("The folder with the card files.", valueName: "dir"))
    var cards = "cards"

    func load(today: CalendarDate = .today) -> GuideLoader.Outcome {
        GuideLoader(guides: guides, cards: cards).load(today: today)
    }

    /// The guidebook as far as it can be read, errors or not: to look names and codes up, never to show it; an end with status 1
    /// where there is none.
    func sketch() throws -> Guidebook {
        try GuideLoader(guides: guides, cards: cards).sketch() ?? guidebook()
    }

    /// The guidebook, or an end with status 1 after the errors have been said.
    ///
    /// - Parameter loader: Loads them, where somebody has one that remembers.
    func guidebook(today: CalendarDate = .today, by loader: GuideLoader? = nil) throws -> Guidebook {
        let outcome = loader?.load(today: today) ?? load(today: today)
        guard let guidebook = outcome.guidebook else {
            let errors = outcome.diagnostics.filter { $0.severity == .error }
            Report.write(errors, texts: outcome.texts, limit: 10, to: .standardError)
            Report.complain("指南有\(errors.count)个错误，改好以前什么都不做；onecard check 列出全部")
            throw ExitCode.inputErrors
        }
        return guidebook
    }
}

/// A base address given on the command line.
struct BaseURLOption: ParsableArguments {
    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp("The address to use instead of the one in site.yaml, for a trial.", valueName: "url"))
    var baseURL: String?

    func validate() throws {
        if let baseURL, !WebAddress.isAbsolute(baseURL) {
            throw ValidationError("--base-url 应当是以 http:// 或 https:// 开头的网址，这里是“\(baseURL)”")
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
