internal import ArgumentParser
internal import Cards
internal import Foundation
internal import Guides

/// `onecard qr`: the bare symbol of a code, for designers.
struct QRCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "qr",
        abstract: "Write a code's bare QR symbol as SVG, PNG or PDF.",
        discussion: "The quiet zone of four modules is part of the file. A PNG is decoded again before it is written.")

    @Argument(help: "The code, or the name of a guide.")
    var code: String

    @OptionGroup var options: GuideOptions

    @Option(help: ArgumentHelp("The file to write, ending in .svg, .png or .pdf.", valueName: "file"))
    var out: String

    @Option(help: ArgumentHelp("The side with the quiet zone, in millimetres.", valueName: "mm"))
    var size = 40.0

    @Option(help: ArgumentHelp("Dots per inch of a PNG, 150 to 1200.", valueName: "n"))
    var dpi = 600

    @OptionGroup var address: BaseURLOption

    func validate() throws {
        guard PaperFormat(fileName: out) != nil else { throw ValidationError("--out 应当以 .svg、.png 或 .pdf 结尾") }
        guard (10...1000).contains(size) else { throw ValidationError("--size 应当在10到1000毫米之间") }
        guard CardRenderer.resolutions.contains(dpi) else { throw ValidationError("--dpi 应当在150到1200之间") }
    }

    func run() throws {
        let guidebook = try options.guidebook()
        let named = guidebook.guide(named: code)?.code ?? (try? ShortCode(reading: code))
        // Also a code minted in advance: a designer may lay out a card before its guide is written.
        let isKnown = named.map { guidebook.guide(for: $0) != nil || guidebook.reserved[$0] != nil } ?? false
        guard let short = named, isKnown, let format = PaperFormat(fileName: out) else {
            Report.complain("没有“\(code)”这个短码或指南")
            throw ExitCode.inputErrors
        }
        let text = guidebook.address(of: short, baseURL: address.baseURL)
        do {
            let bytes = try SymbolFile.bytes(of: text, as: format, size: size, dotsPerInch: dpi)
            try Data(bytes).write(to: URL(fileURLWithPath: out), options: .atomic)
            Report.say("\(text) → \(out)")
        } catch let error as CardError {
            Report.complain(error.description)
            throw ExitCode.inputErrors
        } catch let error as CocoaError {
            Report.complain("写不了文件：\(error.localizedDescription)")
            throw ExitCode.inputErrors
        }
    }
}
