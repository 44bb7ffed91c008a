/// The files that are neither guides nor laws: the year's holidays, and the codes whose guide is gone.
extension RecordShape {
    static let calendar = RecordShape(
        "节假日",
        [
            .required("年份", .integer(2000...2999), "哪一年，与文件名相同", shown: .hidden("只用来算最迟哪天办结")),
            .required("放假", .list(.record(.holiday)), "放假的日子，包括连着的周末", shown: .hidden("只用来算最迟哪天办结")),
            .required("调休上班", .list(.date), "周末上班的日子；没有就写[]", shown: .hidden("只用来算最迟哪天办结")),
            .required("依据", .text, "国务院办公厅的放假通知", shown: .hidden("只用来算最迟哪天办结")),
            .required("核对", .record(.review), "谁在什么时候与通知核对过", shown: .hidden("只用来算最迟哪天办结")),
        ])

    static let holiday = RecordShape(
        "放假",
        [
            .required("名称", .text, "如“国庆节”", shown: .hidden("只用来算最迟哪天办结")),
            .required("起", .date, "第一天", shown: .hidden("只用来算最迟哪天办结")),
            .required("止", .date, "最后一天", shown: .hidden("只用来算最迟哪天办结")),
        ])

    static let retired = RecordShape(
        "退役短码",
        [
            .required("退役", .list(.record(.retiredCode)), "印过的、指南已经没有了的短码", shown: .byPage(.gone))
        ])

    static let retiredCode = RecordShape(
        "退役",
        [
            .required("短码", .code, "印过的短码，照旧写", shown: .hidden("扫码的人手里的卡上就有")),
            .required("名称", .text, "原来指南的名称", shown: .byPage(.gone)),
            .required("日期", .date, "停用的第一天；写以后的日期，到那天才停用，在那以前指南照常打开", shown: .byPage(.gone)),
            .required("原因", .text, "写给扫码的人看：为什么没有了", shown: .byPage(.gone)),
            .optional("接替", .reference(.guide), "现在看哪个指南，写文件名", shown: .byPage(.gone)),
        ])

    static let reserved = RecordShape(
        "预留短码",
        [
            .required("预留", .list(.record(.reservedCode)), "先印卡、后写指南的短码；没有就写[]", shown: .byPage(.waiting))
        ])

    static let reservedCode = RecordShape(
        "预留",
        [
            .required("短码", .code, "onecard new code 给的短码，照旧写", shown: .byPage(.waiting)),
            .required("用途", .text, "写给扫码的人看：给哪个指南预留", shown: .byPage(.waiting)),
            .required("日期", .date, "哪天预留的", shown: .hidden("只用来看预留了多久")),
        ])
}
