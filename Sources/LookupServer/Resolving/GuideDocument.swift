internal import Guides

/// A guide as data: the elements of its file under the same Chinese names, with law names resolved.
struct GuideDocument {
    let guidebook: Guidebook

    func json(_ guide: Guide, code: ShortCode) -> JSONText {
        var members: [(String, JSONText)] = [
            ("$schema", .string(guidebook.site.baseURL + GuideSchema.path)),
            ("短码", .string(code.text)), ("网址", .string(guidebook.address(of: code))),
            ("名称", .string(guide.name)),
        ]
        let details: JSONText =
            switch guide {
            case .item(let item): self.item(item)
            case .roadmap(let roadmap): self.roadmap(roadmap)
            case .policy(let policy): self.policy(policy)
            case .notice(let notice): self.notice(notice)
            case .overview(let site): overview(site)
            }
        if case .object(let more) = details { members += more }
        if let review = guide.review { members.append(("核对", self.review(review))) }
        return .object(members)
    }

    private func item(_ item: Item) -> JSONText {
        .record([
            "类别": "事项", "别名": .texts(item.aliases), "简介": .string(item.summary), "事项类型": .string(item.type),
            "实施主体": .string(item.body), "行使层级": .texts(item.levels), "服务对象": .texts(item.audiences),
            "办件类型": .string(item.handling.rawValue), "办理形式": .texts(item.channels),
            "到办事现场次数": .number(item.visits), "法定办结时限": deadline(item.statutory),
            "承诺办结时限": deadline(item.promised), "受理条件": .texts(item.conditions),
            "申请材料": .array(item.materials.map(material)),
            "办理流程": .array(item.steps.map { .record(["环节": .string($0.name)]) }),
            "设定依据": .array(item.basis.map(citation)), "是否收费": .bool(item.isCharged),
            "办理地点": .texts(item.counters.map(\.hall)), "网办地址": .text(item.onlineAddress),
            "办理结果": .text(item.result.name),
        ])
    }

    private func roadmap(_ roadmap: Roadmap) -> JSONText {
        .record([
            "类别": "全流程", "别名": .texts(roadmap.aliases), "简介": .string(roadmap.summary), "领域": .string(roadmap.field),
            "项目类型": .string(roadmap.projectType), "适用对象": .string(roadmap.audience),
            "阶段": .array(
                roadmap.stages.map { stage in
                    .record([
                        "名称": .string(stage.name), "牵头": .string(stage.lead),
                        "事项": .array(
                            stage.items.map { entry in
                                let item = guidebook.items[entry.item]
                                return .record([
                                    "名称": .string(item?.name ?? entry.item), "短码": .text(item?.code?.text),
                                    "前置": .texts(entry.prerequisites.map { guidebook.items[$0.item]?.name ?? $0.item }),
                                ])
                            }),
                    ])
                }),
        ])
    }

    private func policy(_ policy: Policy) -> JSONText {
        .record([
            "类别": "政策", "文号": .text(policy.number), "发文机关": .string(policy.issuer),
            "公布日期": date(policy.date), "有效期至": date(policy.expires), "状态": .text(policy.state?.rawValue),
            "领域": .texts(policy.fields), "适用对象": .string(policy.audience), "要点": .texts(policy.points),
        ])
    }

    private func notice(_ notice: Notice) -> JSONText {
        .record([
            "类别": "通知", "发布机关": .string(notice.issuer), "发布日期": date(notice.published),
            "有效期至": date(notice.expires), "领域": .texts(notice.fields), "内容": .texts(notice.text),
            "示例": notice.isSample ? true : nil,
        ])
    }

    private func overview(_ site: Site) -> JSONText {
        .record([
            "类别": "总览",
            "领域": .texts(site.fields.map(\.name)),
            "全流程": .array(
                guidebook.roadmaps.values.sorted { $0.name < $1.name }.map {
                    .record(["名称": .string($0.name), "短码": .text($0.code?.text), "领域": .string($0.field)])
                }),
        ])
    }

    private func material(_ material: Material) -> JSONText {
        .record([
            "名称": .string(material.name), "材料形式": .string(material.form),
            "原件份数": material.originals.map(JSONText.number), "复印件份数": material.copies.map(JSONText.number),
            "必要性": .string(material.need.rawValue), "来源渠道": .string(material.source),
            "仅当": .texts(material.conditions), "依据": material.basis.map(citation),
        ])
    }

    private func citation(_ citation: Citation) -> JSONText {
        .record([
            "法规": .string(guidebook.laws[citation.law]?.name ?? citation.law), "条款": .texts(citation.articles),
            "待核": citation.isUnverified ? true : nil,
        ])
    }

    private func deadline(_ deadline: Item.Deadline) -> JSONText {
        .record([
            "时限": .string("\(deadline.limit)"), "起算": .text(deadline.start), "依据": deadline.basis.map(citation),
            "示例": deadline.isSample ? true : nil,
        ])
    }

    private func review(_ review: Review) -> JSONText {
        .record(["状态": .string(review.state.rawValue), "日期": date(review.date), "下次核对": date(review.due)])
    }

    private func date(_ date: CalendarDate?) -> JSONText? { date.map { .string($0.description) } }
}
