package import Diagnostics

/// 办件类型 and 承诺办结时限 contradict each other: 即办件 is what is decided on the spot, 承诺件 what is decided within
/// a promised time (GB/T 39046, 表 A.6).
package enum HandlingMismatch: ItemRule {
    package static let name = "handling-mismatch"
    package static let severity = Severity.error
    package static let manual = """
        即办件当场办结，承诺办结时限写“即时”；承诺件在承诺的时限内办结，承诺办结时限写几个工作日。

        错误：
            办件类型: 即办件
            承诺办结时限: {时限: 3个工作日}
        正确：
            办件类型: 承诺件
            承诺办结时限: {时限: 3个工作日}
        """

    package static func check(_ item: Item, in file: GuideFile) -> [Diagnostic] {
        guard let kind = file.text("办件类型").flatMap({ Item.Handling(rawValue: $0) }),
            let limit = file.text("承诺办结时限", "时限").flatMap({ TimeLimit($0) })
        else { return [] }
        let (kindPlace, limitPlace) = (file.place("办件类型"), file.place("承诺办结时限", "时限"))
        switch (kind, limit) {
        case (.immediate, .immediate), (.promised, .span), (.other, _):
            return []
        case (.immediate, _):
            return [
                finding(
                    "即办件当场办结，承诺办结时限要写“即时”；要几天的，办件类型写“承诺件”", at: limitPlace,
                    notes: [.init("办件类型写在这里", at: kindPlace)])
            ]
        case (.promised, .immediate):
            return [
                finding(
                    "承诺办结时限是即时的，办件类型要写“即办件”", at: kindPlace,
                    notes: [.init("承诺办结时限写在这里", at: limitPlace)])
            ]
        case (.promised, .none):
            return [
                finding(
                    "承诺件要有承诺办结时限，请写几个工作日", at: limitPlace, notes: [.init("办件类型写在这里", at: kindPlace)])
            ]
        }
    }
}
