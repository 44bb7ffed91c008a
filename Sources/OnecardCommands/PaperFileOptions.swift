internal import ArgumentParser
internal import Cards
internal import Diagnostics
internal import Foundation

/// The one file that a command writes for paper or designers, as SVG, PNG or PDF.
struct PaperFileOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The file to write, ending in .svg, .png or .pdf.", valueName: "file"))
    var out: String

    @Option(help: ArgumentHelp("Dots per inch of a PNG, 150 to 1200.", valueName: "n"))
    var dpi = 300

    func validate() throws {
        guard PaperFormat(fileName: out) != nil else { throw ValidationError("--out 应当以 .svg、.png 或 .pdf 结尾") }
        guard CardRenderer.resolutions.contains(dpi) else { throw ValidationError("--dpi 应当在150到1200之间，这里是\(dpi)") }
    }

    /// Makes the pages and writes them, several into files with numbers.
    ///
    /// - Parameters:
    ///   - subject: What is said to have been written.
    ///   - absence: What is said where there are no pages.
    func write(_ subject: String, orSay absence: String, _ pages: (PaperFormat) throws -> [[UInt8]]?) throws {
        do {
            guard let format = PaperFormat(fileName: out), let pages = try pages(format) else {
                Report.complain(absence)
                throw ExitCode.inputErrors
            }
            for (number, page) in pages.enumerated() {
                let file = pages.count == 1 ? out : numbered(number + 1)
                try Data(page).write(to: URL(fileURLWithPath: file), options: .atomic)
                Report.say("\(subject) → \(file)")
            }
        } catch let error as CardError {
            Report.complain(error.description)
            throw ExitCode.inputErrors
        } catch let error as CocoaError {
            Report.complain("写不了“\(out)”：\(SystemReason.words(for: error))")
            throw ExitCode.inputErrors
        }
    }

    /// 图.png becomes 图-2.png.
    private func numbered(_ page: Int) -> String {
        let dot = out.lastIndex(of: ".") ?? out.endIndex
        return out[..<dot] + "-\(page)" + out[dot...]
    }
}
