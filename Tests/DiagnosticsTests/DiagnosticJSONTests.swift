import Diagnostics
import Foundation
import Testing

struct DiagnosticJSONTests {
    @Test func theSameAsTheReport() {
        let findings = [
            Diagnostic(rule: "b", severity: .warning, message: "乙", at: SourceLocation(file: "甲.yaml")),
            Diagnostic(
                rule: "a", severity: .error, message: "写了“两次”", at: SourceLocation(file: "甲.yaml", line: 2, column: 1),
                notes: [.init("首次", at: SourceLocation(file: "甲.yaml", line: 1, column: 1))]),
        ]
        #expect(
            DiagnosticJSON.text(findings) == """
                {"errors":1,"warnings":1,"diagnostics":[
                {"rule":"b","severity":"warning","message":"乙","file":"甲.yaml","line":0,"column":0,"notes":[]},
                {"rule":"a","severity":"error","message":"写了“两次”","file":"甲.yaml","line":2,"column":1,"notes":[{"message":"首次","file":"甲.yaml","line":1,"column":1}]}
                ]}

                """)
        #expect(DiagnosticJSON.text(findings.reversed()) == DiagnosticJSON.text(findings))
    }

    @Test func nothingFound() {
        #expect(DiagnosticJSON.text([]) == "{\"errors\":0,\"warnings\":0,\"diagnostics\":[]}\n")
    }

    @Test func anotherReaderGetsEveryTextBack() throws {
        let texts = ["\"\\/\u{8}\u{C}\n\r\t\u{1F}\u{7F}", "甲\u{2028}乙", "𠮷👨‍👩‍👧", "\u{0}"]
        for text in texts {
            let data = Data("[\(DiagnosticJSON.quoted(text))]".utf8)
            #expect(try JSONSerialization.jsonObject(with: data) as? [String] == [text])
        }
    }
}
