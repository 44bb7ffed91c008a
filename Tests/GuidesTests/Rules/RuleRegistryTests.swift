import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Guides

struct RuleRegistryTests {
    @Test func everyRuleFileIsRegistered() throws {
        let folder = URL(fileURLWithPath: Repository.path("Sources/Guides/Rules"))
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let declared = try files.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).matches(of: /package enum (\w+): (?:\w*Rule)\b/).map {
                String($0.1)
            }
        }
        #expect(declared.sorted() == Checker.allRules.map { "\($0)" }.sorted())
    }

    @Test func namesAreStableInFormAndUnique() {
        let names = Checker.allRules.map { $0.name }
        #expect(Set(names).count == names.count)
        #expect(names == names.sorted())
        for name in names { #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(name)") }
    }

    @Test func everyManualHasAWrongAndARightExample() {
        for rule in Checker.allRules {
            let parts = rule.manual.split(separator: "\n错误：\n")
            #expect(parts.count == 2, "\(rule.name)")
            #expect(parts.last?.split(separator: "\n正确：\n").count == 2, "\(rule.name)")
            #expect(parts.first?.contains("。") == true, "\(rule.name)")
        }
    }

    @Test func rulesThatDependOnTheDayOnlyWarn() {
        for rule in Checker.datedRules { #expect(rule.severity == .warning, "\(rule.name)") }
    }

    @Test func explanation() {
        #expect(Checker.rule(named: "duplicate-key") == DuplicateKey.self)
        #expect(Checker.rule(named: "没有") == nil)
    }
}
