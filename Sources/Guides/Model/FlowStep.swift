/// 办理流程: one 环节 of a flow.
package struct FlowStep: Sendable, Hashable {
    /// 角色: who acts, as the flowchart colours it.
    package enum Actor: String, Sendable, CaseIterable {
        case applicant = "申请人"
        case window = "窗口"
        case department = "审批部门"
        case thirdParty = "第三方"
    }

    /// 分支: where the flow goes instead when something is so.
    package struct Branch: Sendable, Hashable {
        package let condition: String
        package let target: String
    }

    /// The word that ends a flow, as a 下一步.
    package static let end = "结束"

    /// 环节.
    package let name: String
    /// 办理人.
    package let person: String
    package let actor: Actor
    package let limit: TimeLimit?
    /// 不计时限: the law does not count the time.
    package let isUncounted: Bool
    package let basis: Citation?
    package let note: String?
    package let conditions: [String]
    /// 下一步, where it is not the following step of the list.
    package let next: String?
    package let branches: [Branch]

    init(_ record: RecordReader) {
        name = record.text("环节")
        person = record.text("办理人")
        actor = record.choice("角色") ?? .department
        limit = record.timeLimit("时限")
        isUncounted = record.yes("不计时限")
        basis = record.citation("依据")
        note = record.optionalText("说明")
        conditions = record.texts("仅当")
        next = record.optionalText("下一步")
        branches = (record.node["分支"]?.entries ?? []).compactMap { entry in
            entry.value.text.map { Branch(condition: entry.key, target: $0) }
        }
    }
}

extension [FlowStep] {
    /// The step behind the one at `index` on the ordinary way; nil at an end.
    package func successor(of index: Int) -> Int? {
        if let next = self[index].next {
            return next == FlowStep.end ? nil : self.index(named: next)
        }
        return index + 1 < count ? index + 1 : nil
    }

    /// The step of that name.
    func index(named name: String) -> Int? { firstIndex { $0.name.hasSameBytes(as: name) } }

    /// The ordinary way from the first step to the end, as indices.
    package var mainPath: [Int] {
        var path: [Int] = []
        var place = isEmpty ? nil : 0
        while let index = place, !path.contains(index) {
            path.append(index)
            place = successor(of: index)
        }
        return path
    }
}
