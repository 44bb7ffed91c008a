internal import Guides

/// What all other pages say: home, fields, policies, laws, search, and addresses that open nothing.
enum SiteWords {
    // 依据.
    static let formerBasis = "以前的依据"
    static let articleOpen = "是第几条还没有核对"
    static func longArticle(_ number: String) -> String { "\(number)（较长，点这里看）" }
    static let textMissing = "条文待补"
    static let excerpt = "摘录"
    static func inForceFrom(_ date: CalendarDate) -> String { "\(date.chinese)起施行" }
    static func repealedFrom(_ date: CalendarDate) -> String { "\(date.chinese)起废止" }
    static func amended(_ text: String) -> String { "最近修改：\(text)" }
    static func noBasisFrom(_ date: CalendarDate) -> String { "，\(date.chinese)起不再是依据" }
    static func amendment(_ date: String?, _ note: String?) -> String {
        [date, note].compactMap(\.self).joined(separator: " ")
    }
    static func willBeAmended(_ date: CalendarDate) -> String { "\(date.chinese)起修改" }
    static func changedOn(_ date: CalendarDate) -> String { "\(date.chinese)修改" }
    static func willChangeOn(_ date: CalendarDate) -> String { "\(date.chinese)起修改" }
    static func deletedOn(_ date: CalendarDate) -> String { "\(date.chinese)删去" }
    static func willBeDeletedOn(_ date: CalendarDate) -> String { "\(date.chinese)起删去" }
    static func willReadFrom(_ date: CalendarDate) -> String { "自\(date.chinese)起改为" }
    static func readsFrom(_ date: CalendarDate) -> String { "自\(date.chinese)起施行的条文" }
    static func readUntil(_ date: CalendarDate) -> String { "\(date.chinese)以前的条文" }
    static func replacedBy(_ name: String) -> String { "已由《\(name)》替代" }

    // 法规.
    static let law = "法规"
    static let citedArticles = "收录的条文"
    static let usedBy = "依据它的事项"
    static let whole = "这里只收录与投资项目有关的条文，不是全文。"

    // 政策和通知.
    static let notices = "通知"
    static let policy = "政策"
    static let noPolicies = "目前没有政策和通知。"
    static let noOwnPolicies = "没有专门讲这个事项的政策和通知。"
    static let interpretation = "解读"
    static let points = "要点"
    static let document = "文件信息"
    static let expired = "已到期"
    static let expiresSoon = "快到期"
    static let sampleNotice = "示例，不是真的通知"
    static let allPolicies = "全部政策和通知"
    static let policiesLead = "按公布时间排列，新的在前。点开有解读：这是什么、谁能用、能得到什么、怎么做、注意什么。"
    static func until(_ date: CalendarDate) -> String { "有效期至\(date.chinese)" }
    static func past(_ count: Int) -> String { "已到期或废止的 \(count) 件" }
    static func allOf(_ field: String) -> String { "\(field)：全部政策和通知" }

    // 联系.
    static let inquiry = "咨询电话"
    static let complaint = "监督投诉"
    static func email(_ address: String) -> String { "邮箱：\(address)" }
    static func letters(_ address: String) -> String { "信寄：\(address)" }
    static let hallPhone = "大厅电话："
    static func samples(_ keys: [String]) -> String { "\(keys.joined(separator: Words.listMark))为示例" }
    static let checked = "内容核对"
    static func printed(_ dates: ClosedRange<CalendarDate>) -> String {
        let (first, last) = (dates.lowerBound.chinese, dates.upperBound.chinese)
        return first == last ? "这个卡号的卡片印于\(first)。" : "这个卡号的卡片最早印于\(first)，最近印于\(last)。"
    }
    static let contentOpen = "本页内容待核对"
    static let checkedNever = "示例，尚未与官方数据核对"
    static let changes = "更新记录"
    static let compare = "请与卡片上的网址和卡号核对"
    static let cardPicture = "卡片图片（长按可保存或转发）"
    static func cardAlternative(_ title: String, _ code: ShortCode) -> String { "卡片：\(title)，卡号\(code.grouped)" }
    static func nextCheck(_ date: CalendarDate) -> String { "；下次核对：\(date.chinese)" }
    static func changedSincePrint(_ count: Int, _ date: CalendarDate) -> String {
        "\(date.chinese)印的卡片仍然有效；此后这份指南更新了\(count)处，以本页为准。"
    }
    static let sincePrint = "印卡后"
    static func printed(_ host: String, _ code: ShortCode, _ day: CalendarDate) -> String {
        "网址 \(host)\(PageAddress.code(code).path) · 卡号 \(code.grouped) · \(day.chinese)的内容"
    }

    // 页脚.
    static func runBy(_ authority: String) -> String { "\(authority)主办" }
    static let sampleNote = "承诺时限、窗口等为示例。"
    static let privacy = "本站只统计扫码次数，不使用Cookie，不收集个人信息。"

    // 首页和领域.
    static let homeLead = "审批流程图、服务指南、申请材料、实施依据和政策，一页看全。"
    static let searchLabel = "卡号、事项、材料或法规"
    static let searchPlaceholder = "如 4K7M-X、施工许可"
    static let search = "查找"
    static let byField = "按领域看"
    static let allItems = "全部事项"
    static let roadmaps = "全流程"
    static let fieldItems = "这个领域会办到的事项"
    static func homeDescription(_ authority: String) -> String { "\(authority)：投资项目审批流程、材料、依据和政策。" }
    static func itemCount(_ count: Int) -> String { "点开看\(count)个事项" }

    // 查找.
    static let searchTitle = "查找"
    static let nothingTyped = "请输入卡号、事项名称、材料或法规，如“施工许可”“中标通知书”“sgxk”。"
    static let near = "没有完全一样的，下面这些比较接近。"
    static func found(_ query: String, _ count: Int) -> String { "“\(query)”找到 \(count) 条" }
    static func nothingFound(_ query: String) -> String { "没有找到“\(query)”" }
    static func alias(_ name: String) -> String { "也叫：\(name)" }
    static func formerName(_ name: String) -> String { "以前叫：\(name)" }
    static func material(_ name: String) -> String { "材料：\(name)" }
    static func basis(_ name: String) -> String { "依据：\(name)" }
    static func code(_ code: ShortCode) -> String { "卡号：\(code.grouped)" }
    static let searchHelp = "换一个短一点的词再试，或者按领域查找；也可以打电话问："

    // 打不开的网址.
    static let codeLabel = "卡号"
    static let codePlaceholder = "如 4K7M-X"
    static let open = "打开"
    static let mistyped = "卡号好像输错了"
    static func mistypedText(_ typed: String) -> String { "“\(typed)”里有一个字符不对，请对照卡片再输一次。" }
    static let lookalikes = "数字0和字母O、数字1和字母I、L不用区分。"
    static let neverIssued = "没有发放过这个卡号"
    static let neverIssuedBefore = "卡号"
    static let neverIssuedBehind = "从未印发。如果是从卡片上扫出来的，卡片可能是伪造的，或者被贴上了别的二维码。"
    static let doNotPay = "请不要在它打开的页面上付款或填写密码、验证码，并打电话告诉我们："
    static let typeAgain = "也可以再输一次卡号："
    static let notACode = "这不是卡号"
    static let codeHint = "卡号印在二维码下面，是5个数字或字母，如4K7M-X。"
    static let notFound = "没有这个页面"
    static let notFoundHint = "网址可能输错了。请输入卡片上的卡号或要办的事，或者从首页按领域查找。"
    static let retired = "这份指南已经停用"
    static func retiredOn(_ name: String, _ date: CalendarDate?) -> String {
        "“\(name)”\(date.map { "自\($0.chinese)起" } ?? "")停用。"
    }
    static let successor = "请看接替它的指南："
    static let reserved = "这份指南还没有发布"
    static let reservedBefore = "您的卡片是真的。卡号"
    static func reservedBehind(_ purpose: String) -> String { "是为“\(purpose)”预留的，指南正在编写。" }
    static let revised = "这份指南正在修订"
    static let revisedBefore = "卡号"
    static let revisedBehind = "是本站发放的，它的指南正在修订，暂时看不了，改好后扫同一张卡就能打开。"
    static let cardStaysGood = "您的卡片没有问题，不用更换。现在要办事，请打电话问："
    static let comeAgain = "请过些日子再扫一次，同一张卡会打开它。现在要办事，可以先查别的指南，或者打电话问。"
    static let yourCard = "您的卡片是真的，只是它打开的指南不再使用。"
}

/// The heading line of `materials.csv`.
enum TableWords {
    static let columns = ["序号", "材料", "必要性", "形式", "原件", "复印件", "来源", "什么情况要", "说明", "依据", "用于"]
}
