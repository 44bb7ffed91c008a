internal import Guides

/// The keys of a design's file. Numbers are words to the shape; `DesignReading` reads them.
extension RecordShape {
    static let design = RecordShape(
        "版式",
        [
            .required("说明", .text, "一句话：多大、几面、放在哪里"),
            .required("宽", .text, "裁切后的宽，毫米"),
            .required("高", .text, "裁切后的高，毫米"),
            .required("出血", .text, "裁切线外多画多少，毫米，印刷厂一般要3"),
            .required("安全边", .text, "文字和二维码离裁切线至少多少，毫米"),
            .required("分面", .list(.record(side), atLeast: 1), "一面，或正面和背面"),
        ])

    static let side = RecordShape(
        "分面",
        [
            .required("名称", .text, "如“正面”，会写进文件名"),
            .optional("底色", .text, "主题色、黑、白、深灰、浅灰或#六位十六进制数；不写就是白"),
            .required("元素", .list(.record(element), atLeast: 1), "从下往上，一个一行"),
        ])

    static let element = RecordShape(
        "元素",
        [
            .optional("文字", .record(text), "一段文字，可以有{标题}这样的占位"),
            .optional("色块", .record(area), "涂满的矩形，细的就是线"),
            .optional("框", .record(frame), "空心的矩形"),
            .optional("二维码", .record(symbol), "二维码，每个版式正好一个"),
            .optional("图片", .record(picture), "PNG图片"),
            .optional("流程图", .record(flowchart), "指南的流程图"),
        ])

    private static let place: [Field] = [
        .required("左", .text, "离左边，毫米"), .required("上", .text, "离上边，毫米"),
        .required("宽", .text, "毫米"), .required("高", .text, "毫米"),
    ]
    private static let trial = Field.optional("仅试印", .yesNo, "只在试印时画")

    static let text = RecordShape(
        "文字",
        [
            .required("内容", .text, "文字和占位"),
            .required("左", .text, "离左边，毫米"),
            .required("宽", .text, "可以占的宽，毫米"),
            .required("基线", .text, "第一行字的底线离上边，毫米"),
            .required("字号", .text, "点（1点约0.35毫米）"),
            .optional("最小字号", .text, "放不下时最小缩到几点；不写就不缩"),
            .optional("粗", .choice(weights), "是、否，或“本领域”：写的正是这张卡的领域时才粗；不写就是否"),
            .optional("颜色", .text, "不写就是黑"),
            .optional("字距", .text, "字与字之间多留多少，以字宽为1"),
            .optional("对齐", .choice(alignments), "左、中或右；不写就是左"),
            .optional("行数", .integer(1...200), "最多几行；不写就是1"),
            .optional("行距", .text, "从一行到下一行，点；不写就是字号的1.5倍"),
            .optional("省略", .yesNo, "一行一项的内容，缩到最小字号还放不下时，末行写“另有几项，扫码看全部”；不写就不印"),
            trial,
        ])

    static let area = RecordShape("色块", place + [.required("颜色", .text, "涂什么颜色"), trial])
    static let frame = RecordShape(
        "框", place + [.required("颜色", .text, "线的颜色"), .required("粗细", .text, "线的粗细，毫米"), trial])
    static let symbol = RecordShape(
        "二维码",
        [
            .required("左", .text, "黑色方块部分离左边，毫米"), .required("上", .text, "离上边，毫米"),
            .required("边长", .text, "黑色方块部分的边长，毫米；四周另有4个方块宽的白边"),
        ])
    static let picture = RecordShape("图片", place + [.required("文件", .text, "与版式文件放在一起的PNG"), trial])
    static let flowchart = RecordShape("流程图", place + [.optional("栏数", .integer(1...6), "分几栏；不写就是1")])

    private static let weights = ValueList("粗", ["是", "否", "本领域"])
    private static let alignments = ValueList("对齐", ["左", "中", "右"])
}
