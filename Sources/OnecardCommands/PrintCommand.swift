internal import ArgumentParser
internal import Cards
internal import Foundation
internal import Guides
internal import QRSymbols

/// `onecard print`: draws, proves and writes cards.
struct PrintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "Print cards as PNG files, front and back.",
        discussion: """
            Each finished picture is decoded again before it is written; a card that does not give back exactly its \
            address is not written, and the command fails.
            """)

    @Argument(help: "Names of cards; without any, all cards are printed.")
    var names: [String] = []

    @OptionGroup var options: GuideOptions

    @Option(help: ArgumentHelp("The folder to write to; made where it does not exist.", valueName: "dir"))
    var out: String

    @Option(help: ArgumentHelp("Dots per inch, 150 to 1200.", valueName: "n"))
    var dpi = 300

    @Flag(help: "Draw 3 mm beyond each edge, for print shops.")
    var bleed = false

    @Flag(help: "Mark the cards 试印: for trying out, not for handing out.")
    var trial = false

    @OptionGroup var address: BaseURLOption

    func run() throws {
        let guidebook = try options.guidebook()
        let cards = try chosen(from: guidebook.cards)
        do {
            let renderer = try CardRenderer()
            let folder = URL(fileURLWithPath: out, isDirectory: true)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for card in cards {
                guard let face = CardFace(card, in: guidebook, baseURL: address.baseURL, isTrial: trial) else { continue }
                let printed = try renderer.render(face, dotsPerInch: dpi, bleed: bleed ? .three : .none)
                try write(printed, of: card, to: folder)
            }
        } catch let error as CardError {
            Report.complain(error.description)
            throw ExitCode.inputErrors
        } catch let error as CocoaError {
            Report.complain("写不了文件：\(error.localizedDescription)")
            throw ExitCode.inputErrors
        }
    }

    private func chosen(from cards: [Card]) throws -> [Card] {
        guard !names.isEmpty else { return cards }
        return try names.map { name in
            if let card = cards.first(where: { $0.stem == name }) { return card }
            var message = "没有名为“\(name)”的卡"
            if let near = Spelling.nearest(to: name, in: cards.map(\.stem)) { message += "，是否想写“\(near)”？" }
            Report.complain(message)
            throw ExitCode.inputErrors
        }
    }

    /// Both sides, each written aside and renamed, so that no half file is ever left.
    private func write(_ printed: PrintedCard, of card: Card, to folder: URL) throws {
        for (side, bytes) in [("正面", printed.front), ("背面", printed.back)] {
            try Data(bytes).write(to: folder.appendingPathComponent("\(card.stem)-\(side).png"), options: .atomic)
        }
        let level = "版本\(printed.symbol.version)-\(printed.symbol.errorCorrection)"
        let module = (printed.moduleSize * 100).rounded() / 100
        Report.say("\(card.stem)：\(printed.address)（\(level)，模块\(module)毫米，已验证可扫）→ \(out)/\(card.stem)-正面.png、-背面.png")
    }
}
