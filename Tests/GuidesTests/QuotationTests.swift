import Foundation
import TestSupport
import Testing

@testable import Guides

/// The words of laws under guides/laws/ against quotations that were copied separately: a slip in copying fails.
struct QuotationTests {
    /// The shipped laws, read once.
    private static let laws = GuideLoader(guides: Repository.path("guides"), cards: Repository.path("cards")).read()
        .laws

    @Test func theFixtureIsRead() throws {
        let lines = try Quotation.lines()
        #expect(lines.count > 50)
        for line in lines { #expect(Quotation(line) != nil, "not “law | article | words”: \(line)") }
    }

    @Test(arguments: try Quotation.all())
    func theArticleHasTheWords(_ quotation: Quotation) throws {
        let law = try #require(Self.laws[quotation.law], "no such law")
        let article = try #require(law.article(quotation.article), "no such article")
        #expect(article.number.description == quotation.article)
        #expect(quotation.missingPart(in: (article.wordings.last?.text ?? []).joined()) == nil)
    }

    @Test func gapsBracketsAndSpacesDoNotMatter() throws {
        let quotation = try #require(Quotation("甲法 | 第一条 | （一）应当…15 日内…报 备案"))
        #expect(quotation.missingPart(in: "(一) 应当自合格之日起15日内，将报告报备案。") == nil)
    }

    @Test(arguments: [
        ("自收到申请之日起七日内", "应当自受理申请之日起七日内颁发"),
        ("不得开工建设", "不得擅自开工建设"),
        ("先批准…后开工", "后开工的，先批准"),
    ])
    func aSlipIsFound(words: String, text: String) throws {
        let quotation = try #require(Quotation("甲法 | 第一条 | \(words)"))
        #expect(quotation.missingPart(in: text) != nil)
    }
}

/// Words that an article of a law must have.
struct Quotation: Sendable, CustomTestStringConvertible {
    /// The stem of the law's file.
    let law: String
    let article: String
    /// What stands between the gaps.
    let parts: [String]

    /// Reads `law | article | words`.
    init?(_ line: String) {
        let columns = line.split(separator: "|", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard columns.count == 3, !columns[0].isEmpty, !columns[1].isEmpty else { return nil }
        law = columns[0]
        article = columns[1]
        parts = columns[2].split(separator: "…").map { Self.plain(String($0)) }.filter { !$0.isEmpty }
        guard !parts.isEmpty else { return nil }
    }

    /// The first part that does not follow the ones before it in the text; nil where all do.
    func missingPart(in text: String) -> String? {
        var rest = Substring(Self.plain(text))
        for part in parts {
            guard let found = rest.firstRange(of: part) else { return part }
            rest = rest[found.upperBound...]
        }
        return nil
    }

    var testDescription: String { "\(law)\(article) \(parts[0].prefix(12))" }

    /// The fixture's lines without comments and empty ones.
    static func lines() throws -> [String] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/quotations.txt")
        return try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).map(String.init)
            .filter { !$0.hasPrefix("#") }
    }

    static func all() throws -> [Quotation] { try lines().compactMap { Quotation($0) } }

    /// Without white space, brackets at half width.
    private static func plain(_ text: String) -> String {
        let brackets: [Character: Character] = ["（": "(", "）": ")"]
        return String(text.filter { !$0.isWhitespace }.map { brackets[$0] ?? $0 })
    }
}
