internal import ArgumentParser
internal import Cards
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

    @OptionGroup var file: PaperFileOptions

    @Option(help: ArgumentHelp("The side with the quiet zone, in millimetres.", valueName: "mm"))
    var size = 40.0

    @OptionGroup var address: BaseURLOption

    func validate() throws {
        guard (10...1000).contains(size) else { throw ValidationError("--size 应当在10到1000毫米之间，这里是\(size)") }
    }

    func run() throws {
        let guidebook = try options.workbook().guidebook
        let named = guidebook.guide(named: code)?.code ?? (try? ShortCode(reading: code))
        // Also a code minted in advance: a designer may lay out a card before its guide is written.
        let isKnown =
            named.map {
                guidebook.guide(for: $0) != nil || guidebook.reserved[$0] != nil || guidebook.revised.contains($0)
            } ?? false
        guard let short = named, isKnown else {
            Report.complain("没有“\(code)”这个短码或指南")
            throw ExitCode.inputErrors
        }
        let text = guidebook.address(of: short, baseURL: address.baseURL)
        try file.write(text, orSay: "没有“\(code)”的二维码") { format in
            [try SymbolFile.bytes(of: text, as: format, size: size, dotsPerInch: file.dpi)]
        }
    }
}
