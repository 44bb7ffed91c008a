/// 全流程: the stages and items of a kind of project, with what must come before what.
package struct Roadmap: Sendable {
    package struct Stage: Sendable {
        package let name: String
        /// 牵头部门.
        package let lead: String
        package let note: String?
        package let items: [Entry]
    }

    /// An item's place in a roadmap.
    package struct Entry: Sendable {
        /// The item's stem.
        package let item: String
        package let prerequisites: [Prerequisite]
        package let conditions: [String]
        /// 并行: the label of the group that can be done at the same time.
        package let parallel: String?
        package let note: String?
    }

    package struct Prerequisite: Sendable, Hashable {
        package let item: String
        package let basis: Citation?
        package let note: String?
    }

    package let stem: String
    package let code: ShortCode?
    package let name: String
    /// 曾用名.
    package let formerNames: [FormerName]
    package let aliases: [String]
    package let summary: String
    /// 领域: one or more of the site's fields; the page has the colour of the first.
    package let fields: [String]
    /// 项目类型.
    package let projectType: String
    /// 适用对象.
    package let audience: String
    package let situations: [Situation]
    package let stages: [Stage]
    package let changes: [Change]
    package let review: Review
    /// Everything that its file says, for facts and data.
    package let written: GuideRecord

    init(stem: String, _ record: RecordReader) {
        self.stem = stem
        code = record.code("短码")
        name = record.text("名称")
        formerNames = record.formerNames
        aliases = record.names("别名")
        summary = record.text("简介")
        fields = record.texts("领域")
        projectType = record.text("项目类型")
        audience = record.text("适用对象")
        situations = record.records("情形").map { Situation($0) }
        stages = record.records("阶段").map { Stage($0) }
        changes = record.records("更新记录").compactMap { Change($0) }
        review = Review(record)
        written = GuideRecord(record.node, .roadmap)
    }

    /// The same with other stages.
    init(_ roadmap: Roadmap, stages: [Stage]) {
        stem = roadmap.stem
        code = roadmap.code
        name = roadmap.name
        formerNames = roadmap.formerNames
        aliases = roadmap.aliases
        summary = roadmap.summary
        fields = roadmap.fields
        projectType = roadmap.projectType
        audience = roadmap.audience
        situations = roadmap.situations
        self.stages = stages
        changes = roadmap.changes
        review = roadmap.review
        written = roadmap.written
    }

    /// All entries, stage by stage.
    package var entries: [Entry] { stages.flatMap(\.items) }
}

extension Roadmap.Stage {
    init(_ record: RecordReader) {
        name = record.text("名称")
        lead = record.text("牵头")
        note = record.optionalText("说明")
        items = record.records("事项").map { Roadmap.Entry($0) }
    }
}

extension Roadmap.Entry {
    init(_ record: RecordReader) {
        item = record.text("事项")
        prerequisites = record.records("前置").map {
            Roadmap.Prerequisite(item: $0.text("事项"), basis: $0.citation("依据"), note: $0.optionalText("说明"))
        }
        conditions = record.texts("仅当")
        parallel = record.optionalText("并行")
        note = record.optionalText("说明")
    }
}
