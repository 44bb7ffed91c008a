import Diagnostics
import TestSupport
import Testing

struct DiagnosticFormatterTests {
    private func excerpt(_ marked: String) -> String {
        let text = MarkedText(marked)
        guard let place = text.places["1️⃣"] else { return "" }
        let diagnostic = Diagnostic(
            rule: "unknown-key", severity: .error, message: "不对",
            at: SourceLocation(file: "甲.yaml", line: place.line, column: place.column))
        return DiagnosticFormatter { _ in text.text }.report([diagnostic])
    }

    @Test func aFindingAsCompilersPrintIt() {
        #expect(
            excerpt("名称: 甲\n1️⃣承诺时限: 1个工作日\n") == """
                甲.yaml:2:1: 错误：不对 [unknown-key]
                    承诺时限: 1个工作日
                    ^

                """)
    }

    @Test func theCaretStaysUnderWideCharacters() {
        #expect(
            excerpt("承诺办结时限: 1️⃣几天") == """
                甲.yaml:1:9: 错误：不对 [unknown-key]
                    承诺办结时限: 几天
                    　　　　　　  ^

                """)
    }

    @Test func tabsAndFullWidthPunctuationAndRareCharacters() {
        #expect(excerpt("a\tｂ：𠮷1️⃣c").hasSuffix("    a ｂ：𠮷c\n      　　　^\n"))
        #expect(excerpt("e\u{301}甲1️⃣c").hasSuffix("    e\u{301}甲c\n     　^\n"))
    }

    @Test func theEndOfALineAndOfTheText() {
        #expect(excerpt("名称:1️⃣\n").hasSuffix("    名称:\n    　　 ^\n"))
        #expect(excerpt("名称: 甲\n1️⃣").hasSuffix("    \n    ^\n"))
    }

    @Test func windowsLineEnds() {
        #expect(excerpt("名称: 甲\r\n1️⃣简介: 乙\r\n").hasSuffix("2:1: 错误：不对 [unknown-key]\n    简介: 乙\n    ^\n"))
    }

    @Test func aLongLineIsCutAroundTheColumn() throws {
        let report = excerpt(String(repeating: "甲", count: 500) + "1️⃣乙" + String(repeating: "丙", count: 500))
        let lines = report.split(separator: "\n")
        #expect(lines[1].hasPrefix("    … 甲"))
        #expect(lines[1].hasSuffix("丙 …"))
        #expect(lines[1].unicodeScalars.count < 120)
        let place = try #require(lines[2].unicodeScalars.firstIndex(of: "^"))
        let before = lines[2].unicodeScalars[..<place].reduce(0) { $0 + $1.displayWidth }
        let target = try #require(lines[1].unicodeScalars.firstIndex(of: "乙"))
        #expect(before == lines[1].unicodeScalars[..<target].reduce(0) { $0 + $1.displayWidth })
    }

    @Test func aPlaceThatTheTextLacks() {
        let diagnostic = Diagnostic(
            rule: "a", severity: .warning, message: "乙", at: SourceLocation(file: "甲.yaml", line: 9, column: 9))
        #expect(DiagnosticFormatter { _ in "一行" }.report([diagnostic]) == "甲.yaml:9:9: 警告：乙 [a]\n")
        #expect(DiagnosticFormatter { _ in nil }.report([diagnostic]) == "甲.yaml:9:9: 警告：乙 [a]\n")
    }

    @Test func aWholeFile() {
        let diagnostic = Diagnostic(rule: "a", severity: .error, message: "乙", at: SourceLocation(file: "甲.yaml"))
        #expect(DiagnosticFormatter { _ in "一行" }.report([diagnostic]) == "甲.yaml: 错误：乙 [a]\n")
    }

    @Test func notesPointAtTheOtherPlace() {
        let text = "短码: 甲\n短码: 乙\n"
        let diagnostic = Diagnostic(
            rule: "duplicate-key", severity: .error, message: "写了两次",
            at: SourceLocation(file: "甲.yaml", line: 2, column: 1),
            notes: [.init("首次写在这里", at: SourceLocation(file: "甲.yaml", line: 1, column: 1))])
        #expect(
            DiagnosticFormatter { _ in text }.report([diagnostic]) == """
                甲.yaml:2:1: 错误：写了两次 [duplicate-key]
                    短码: 乙
                    ^
                甲.yaml:1:1: 说明：首次写在这里
                    短码: 甲
                    ^

                """)
    }

    @Test func colour() {
        let diagnostic = Diagnostic(rule: "a", severity: .error, message: "乙", at: SourceLocation(file: "甲.yaml"))
        let report = DiagnosticFormatter(usesColor: true) { _ in nil }.report([diagnostic])
        #expect(report == "甲.yaml: \u{1B}[1;31m错误：\u{1B}[0m乙 \u{1B}[2m[a]\u{1B}[0m\n")
    }

    @Test func sortedByPlace() {
        let findings = [("乙", 1), ("甲", 10), ("甲", 9)].map {
            Diagnostic(rule: "a", severity: .error, message: "丙", at: SourceLocation(file: $0.0, line: $0.1, column: 1))
        }
        let lines = DiagnosticFormatter { _ in nil }.report(findings).split(separator: "\n").map {
            $0.prefix { $0 != " " }
        }
        #expect(lines == ["乙:1:1:", "甲:9:1:", "甲:10:1:"])
    }

    @Test func atMostSoManyAndErrorsFirst() {
        let findings = (1...5).map {
            Diagnostic(
                rule: "a", severity: $0 == 5 ? .error : .warning, message: "第\($0)个",
                at: SourceLocation(file: "甲.yaml", line: $0, column: 1))
        }
        let report = DiagnosticFormatter { _ in nil }.report(findings, limit: 2)
        #expect(report == "甲.yaml:1:1: 警告：第1个 [a]\n甲.yaml:5:1: 错误：第5个 [a]\n")
        #expect(DiagnosticFormatter { _ in nil }.report(findings, limit: 0) == "")
        #expect(DiagnosticFormatter.summary(findings, limit: 2) == "发现1个错误、4个警告（只显示了2个，加--all显示全部）")
        #expect(DiagnosticFormatter.summary(findings, limit: 5) == "发现1个错误、4个警告")
        #expect(DiagnosticFormatter.summary([findings[0]]) == "发现1个警告")
        #expect(DiagnosticFormatter.summary([]) == "没有发现问题")
    }

    @Test func aFileCannotMoveTheCursor() {
        let report = excerpt("\u{1B}[2J甲\u{202E}1️⃣乙\u{9B}")
        #expect(!report.unicodeScalars.contains("\u{1B}"))
        #expect(!report.unicodeScalars.contains("\u{9B}"))
    }

    @Test func asManyAsFitAScreen() {
        func finding(_ line: Int, _ message: String = "不对", notes: [Diagnostic.Note] = []) -> Diagnostic {
            Diagnostic(
                rule: "甲", severity: .warning, message: message, at: SourceLocation(file: "甲", line: line, column: 1),
                notes: notes)
        }
        // The line itself, the quoted one and the caret.
        let three = (1...10).map { finding($0) }
        #expect(DiagnosticFormatter.limit(three, fitting: 30, columns: 80) == 10)
        #expect(DiagnosticFormatter.limit(three, fitting: 29, columns: 80) == 9)
        #expect(DiagnosticFormatter.limit(three, fitting: 1, columns: 80) == 1)
        #expect(DiagnosticFormatter.limit([], fitting: 1, columns: 80) == 0)
        // Notes take three more; a terminal breaks what is too long for it.
        let noted = three.map { finding($0.location.line, notes: [.init("首次", at: $0.location)]) }
        #expect(DiagnosticFormatter.limit(noted, fitting: 29, columns: 80) == 4)
        let long = three.map { finding($0.location.line, String(repeating: "长", count: 50)) }
        #expect(DiagnosticFormatter.limit(long, fitting: 29, columns: 80) == 7)
        // A file as a whole has no line to quote.
        #expect(DiagnosticFormatter.limit((0..<9).map { _ in finding(0) }, fitting: 8, columns: 80) == 8)
    }
}
