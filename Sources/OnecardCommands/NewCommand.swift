internal import ArgumentParser
internal import Cards
internal import Diagnostics
internal import Foundation
internal import Guides
internal import Ledger

/// `onecard new`: writes a commented, valid file to start from.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a new guide or card file with comments and a fresh code.",
        discussion: """
            `new code NAME` mints codes in advance, for cards that are printed before their guide exists, and lists them in \
            reserved.yaml; `new item NAME --code CODE` writes the guide of such a code.
            """)

    /// What one may start: files of the kinds that a tree has many of, designs and sheets, and codes without a file.
    enum Kind: Hashable, CaseIterable, ExpressibleByArgument {
        case file(FileKind)
        case design, sheet, code

        static let allCases = FileKind.allCases.filter(\.isStarted).map(Kind.file) + [.design, .sheet, .code]

        /// The word on the command line.
        var word: String {
            switch self {
            case .file(let kind): kind.rawValue
            case .design: "design"
            case .sheet: "sheet"
            case .code: "code"
            }
        }

        init?(argument: String) {
            guard let kind = Kind.allCases.first(where: { $0.word == argument }) else { return nil }
            self = kind
        }

        static var allValueStrings: [String] { allCases.map(\.word) }

        /// Nil for what has a file of its own kind under cards/, and for codes.
        var fileKind: FileKind? { if case .file(let kind) = self { kind } else { nil } }

        /// Whether what is started gets a permanent code.
        var hasCode: Bool { fileKind?.opensAtCode ?? false }
    }

    @Argument(help: "What to write.")
    var kind: Kind

    @Argument(help: "The name, which is also the file's name; for codes, what they are for.")
    var name: String

    @Option(
        name: .customLong("name"),
        help: ArgumentHelp(
            "The official name, where it is too long for a file or has a slash in it.", valueName: "name"))
    var officialName: String?

    @Option(help: ArgumentHelp("A code minted in advance that the new guide takes.", valueName: "code"))
    var code: String?

    @Option(help: ArgumentHelp("How many codes to mint.", valueName: "n"))
    var count = 1

    @OptionGroup var options: GuideOptions

    func validate() throws {
        guard (1...1000).contains(count) else { throw ValidationError("--count 应当在1到1000之间，这里是\(count)") }
        guard count == 1 || kind == .code else { throw ValidationError("--count 只和 new code 一起用") }
        guard code == nil || kind.hasCode else {
            let kinds = Kind.allCases.filter(\.hasCode).map(\.word).joined(separator: "、")
            throw ValidationError("--code 只和 \(kinds) 一起用")
        }
        guard kind != .code else {
            guard !name.isEmpty, !name.contains(where: \.isNewline) else { throw ValidationError("请写明短码给哪个指南用") }
            return
        }
        guard officialName == nil || kind.fileKind != nil else {
            let kinds = Kind.allCases.filter { $0.fileKind != nil }.map(\.word).joined(separator: "、")
            throw ValidationError("--name 只和 \(kinds) 一起用")
        }
        if let problem = FileNaming.problem(in: name) { throw ValidationError(advice(problem)) }
    }

    /// What is wrong with the name as a file's, and how to have it nonetheless.
    private func advice(_ problem: String) -> String {
        let message = "名称会用作文件名：\(problem)"
        guard kind.fileKind != nil, officialName == nil, name.contains("/") || name.utf8.count > FileNaming.longest
        else {
            return message
        }
        return message + "。文件名用短的，正式名称写在“名称”里：onecard new \(kind.word) 短的名称 --name \"\(name)\""
    }

    func run() throws {
        // Whatever takes a code holds the lock from before it reads which are taken until its own is written.
        let lock = try kind.hasCode || kind == .code ? takeLock() : nil
        defer { lock?.release() }
        // What is wrong elsewhere does not keep anybody from beginning a file, which may be the one that is missing.
        let workbook = try options.workbook()
        let guidebook = workbook.guidebook
        guard kind != .code else { return try mint(workbook) }
        let folder =
            switch kind {
            case .design: options.cards + "/designs"
            case .sheet: options.cards + "/sheets"
            default: kind.fileKind?.folder.map { "\(options.guides)/\($0)" } ?? options.cards
            }
        // Composed, as others will write it, however the keyboard or a paste took it apart.
        let path = "\(folder)/\(name.precomposedStringWithCanonicalMapping).yaml"
        guard !FileManager.default.fileExists(atPath: path) else {
            Report.complain("\(path)已经有了，没有改动它；请换一个名称")
            throw ExitCode.inputErrors
        }
        let (text, code) = try text(guidebook)
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            // Never over a file that somebody else has just made.
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch {
            Report.complain("写不了\(path)：\(SystemReason.words(for: error))")
            throw ExitCode.inputErrors
        }
        let next = text.contains(UnfilledTemplate.mark) ? "请把写着“待填”的地方填好" : "请按里面的说明修改"
        Report.say("写好了\(path)\(code.map { "，短码\($0)" } ?? "")。\(next)，然后运行 onecard check。")
        guard let code, guidebook.reserved[code] != nil else { return }
        do throws(ReservedCodes.Failure) {
            try ReservedCodes(in: options.guides).remove(code)
        } catch {
            Report.complain(error.description)
            throw ExitCode.inputErrors
        }
    }

    private func takeLock() throws -> LedgerLock {
        do throws(LedgerError) {
            return try LedgerLock(of: options.ledger)
        } catch {
            Report.complain(error.description)
            throw ExitCode.inputErrors
        }
    }

    /// The code of a new guide: the reserved one that was named, or a fresh one.
    private func permanentCode(_ guidebook: Guidebook) throws -> ShortCode? {
        guard let typed = code else {
            var generator = SystemRandomNumberGenerator()
            return ShortCode.fresh(besides: CodesInUse.all(guidebook, ledger: options.ledger), using: &generator)
        }
        guard let code = try? ShortCode(reading: typed), guidebook.reserved[code] != nil else {
            Report.complain("“\(typed)”不是预留的短码；不写 --code 就给一个新的")
            throw ExitCode.inputErrors
        }
        return code
    }

    /// Mints codes that no guide has yet.
    private func mint(_ workbook: Workbook) throws {
        let guidebook = workbook.guidebook
        var used = CodesInUse.all(guidebook, ledger: options.ledger)
        var generator = SystemRandomNumberGenerator()
        var codes: [ShortCode] = []
        for _ in 0..<count {
            guard let code = ShortCode.fresh(besides: used, using: &generator) else { break }
            codes.append(code)
            used.insert(code)
        }
        let list = ReservedCodes(in: options.guides)
        do throws(ReservedCodes.Failure) {
            try list.add(codes, for: name, on: .today)
        } catch {
            Report.complain(error.description)
            throw ExitCode.inputErrors
        }
        for code in codes {
            Report.say("短码\(code)" + (workbook.hasAddress ? "  \(guidebook.address(of: code))" : ""))
        }
        Report.say("记在\(list.path)里，用途“\(name)”。写指南时用：onecard new item 名称 --code 短码")
    }

    /// The new file's text, and its code where its kind has one.
    private func text(_ guidebook: Guidebook) throws -> (String, ShortCode?) {
        guard let fileKind = kind.fileKind else {
            return (kind == .sheet ? DesignTemplate.sheet(name) : DesignTemplate.design(name), nil)
        }
        let code = try kind.hasCode ? permanentCode(guidebook) : nil
        let context = FileTemplate.Context(guidebook)
        guard
            let text = FileTemplate.text(
                fileKind, name: officialName ?? name, code: code, today: .today, context: context,
                opening: context.guides.contains(name) || hasGuideFile ? name : nil)
        else { throw ExitCode.failure }
        return (text, code)
    }

    /// Whether a guide of the name has been begun, if only as a template that nobody can see yet.
    private var hasGuideFile: Bool {
        FileKind.kinds(for: .guide).contains { kind in
            kind.folder.map { FileManager.default.fileExists(atPath: "\(options.guides)/\($0)/\(name).yaml") } ?? false
        }
    }
}
