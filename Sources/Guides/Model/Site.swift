/// site.yaml: the authority, the public address, the halls and the fields.
package struct Site: Sendable {
    /// 政务大厅.
    package struct Hall: Sendable, Hashable {
        package let name: String
        package let address: String
        /// 卡上地址: the address as short as it must be on a card.
        package let cardAddress: String?
        package let phone: String?
        package let hours: String?
        package let directions: String?
        /// The keys whose values are samples.
        package let samples: [String]
    }

    /// 领域: one of the fields of investment projects, with its colour on cards and pages.
    package struct ProjectField: Sendable, Hashable {
        package let name: String
        /// Dark enough for white text, contrast 4.5:1 or more; nil only in a tree with errors.
        package let colour: Colour?
        package let note: String?
    }

    package let name: String
    /// 网址: scheme and host (and port), without a path or final slash.
    package fileprivate(set) var baseURL: String
    /// 短码 of the overview of all fields; nil where no card opens it.
    package let code: ShortCode?
    /// 曾用名: what the whole was called on cards before.
    package let formerNames: [FormerName]
    /// 曾用网址: addresses printed before, which must go on answering.
    package let formerURLs: [String]
    /// 主管单位.
    package let authority: String
    package let region: String
    /// Promised times, windows and the like are not the locality's published data.
    package let isSample: Bool
    package let sampleNote: String?
    package let phone: String
    package let complaintPhone: String?
    package let halls: [Hall]
    package let fields: [ProjectField]
    /// The keys whose values are samples.
    package let samples: [String]
    /// Everything that its file says, for data.
    package let written: GuideRecord

    init(_ record: RecordReader) {
        name = record.text("名称")
        baseURL = Site.withoutFinalSlash(record.text("网址"))
        code = record.optionalText("短码").flatMap { try? ShortCode(reading: $0) }
        formerNames = record.formerNames
        formerURLs = record.texts("曾用网址").map(Site.withoutFinalSlash)
        authority = record.text("主管单位")
        region = record.text("地区")
        isSample = record.yes("示例数据")
        sampleNote = record.optionalText("示例说明")
        phone = record.text("咨询电话")
        complaintPhone = record.optionalText("监督投诉电话")
        halls = record.records("政务大厅").map {
            Hall(
                name: $0.text("名称"), address: $0.text("地址"), cardAddress: $0.optionalText("卡上地址"),
                phone: $0.optionalText("电话"),
                hours: $0.optionalText("办公时间"), directions: $0.optionalText("交通"), samples: $0.texts("示例"))
        }
        fields = record.records("领域").map {
            ProjectField(
                name: $0.text("名称"), colour: $0.optionalText("颜色").flatMap { Colour($0) }, note: $0.optionalText("说明"))
        }
        samples = record.texts("示例")
        written = GuideRecord(record.node, .site)
    }

    /// `https://host/` and `https://host` are the same address.
    package static func withoutFinalSlash(_ address: String) -> String {
        address.hasSuffix("/") ? String(address.dropLast()) : address
    }

    package func hall(named name: String) -> Hall? { halls.first { $0.name == name } }

    package func field(named name: String) -> ProjectField? { fields.first { $0.name == name } }
}

/// cards/NAME.yaml: what a printed card says and which guide it opens.
package struct Card: Sendable {
    package let stem: String
    /// The stem of the guide it opens.
    package let opens: String
    package let title: String
    package let subtitle: String?
    /// 版本日期: the date of the card's content.
    package let edition: CalendarDate?

    init(stem: String, _ record: RecordReader) {
        self.stem = stem
        opens = record.text("打开")
        title = record.text("标题")
        subtitle = record.optionalText("副题")
        edition = record.date("版本日期")
    }
}

extension Site {
    /// Stands in for a site.yaml of which nothing can be read: without address, telephone, halls and fields.
    static let unread = Site(
        RecordReader(
            MarkedNode(
                .mapping([
                    MarkedNode.Entry(
                        key: "名称", keyMark: .init(line: 1, column: 1),
                        value: MarkedNode(.scalar("site.yaml有错误"), at: .init(line: 1, column: 1)))
                ]), at: .init(line: 1, column: 1))))

    /// The same site under another address, as for a trial in one's own network.
    package func moved(to baseURL: String) -> Site {
        var site = self
        site.baseURL = Site.withoutFinalSlash(baseURL)
        return site
    }
}
