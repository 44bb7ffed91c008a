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
        let workbook = try options.workbook()
        let guidebook = workbook.guidebook
        let short = try self.short(guidebook)
        try workbook.needAddress(address.baseURL)
        let text = guidebook.address(of: short, baseURL: address.baseURL)
        try file.write(text, orSay: "没有“\(code)”的二维码") { format in
            [try SymbolFile.bytes(of: text, as: format, size: size, dotsPerInch: file.dpi)]
        }
    }

    /// The code that was asked for, where it opens something or will: a designer may lay out a card before its guide is
    /// written or out.
    private func short(_ guidebook: Guidebook) throws -> ShortCode {
        let named = guidebook.asWritten.guide(named: code)?.code ?? (try? ShortCode(reading: code))
        switch named.map({ (code: $0, opening: guidebook.opening(of: $0)) }) {
        case (let code, .guide)?, (let code, .awaited)?, (let code, .reserved)?, (let code, .revised)?:
            return code
        case (let code, .gone(let retirement))?:
            Report.complain("短码\(code)的“\(retirement.name)”已经\(retirement.cause == .cancelled ? "取消" : "停用")，不再给它做二维码")
        case (_, .nothing)?, nil: Report.complain("没有“\(code)”这个短码或指南")
        }
        throw ExitCode.inputErrors
    }
}
