/// 申请材料: one paper or file to hand in.
package struct Material: Sendable, Hashable {
    /// 必要性.
    package enum Need: String, Sendable {
        case required = "必要"
        case optional = "非必要"
        /// 容缺后补: the application is accepted without it; it is handed in later.
        case later = "容缺后补"
        /// 免交: the office gets it by itself.
        case exempt = "免交"
    }

    package let name: String
    /// 材料类型.
    package let kind: String?
    /// 材料形式: 纸质, 电子 or 纸质或电子.
    package let form: String
    package let originals: Int?
    package let copies: Int?
    /// 纸质规格.
    package let format: String?
    package let need: Need
    /// 来源渠道.
    package let source: String
    package let issuer: String?
    package let note: String?
    package let basis: Citation?
    /// 仅当: conditions of which one must hold; empty where it is always needed.
    package let conditions: [String]
    /// 填报须知 and 受理标准.
    package let advice: [String]
    /// 空白表格.
    package let blankAddress: String?
    /// 示例样表.
    package let sampleAddress: String?

    init(_ record: RecordReader) {
        name = record.text("名称")
        kind = record.optionalText("材料类型")
        form = record.text("材料形式")
        originals = record.integer("原件份数")
        copies = record.integer("复印件份数")
        format = record.optionalText("纸质规格")
        need = record.choice("必要性") ?? .required
        source = record.text("来源渠道")
        issuer = record.optionalText("来源说明")
        note = record.optionalText("说明")
        basis = record.citation("依据")
        conditions = record.texts("仅当")
        advice = record.paragraphs("填报须知") + record.paragraphs("受理标准")
        blankAddress = record.optionalText("空白表格")
        sampleAddress = record.optionalText("示例样表")
    }
}
