internal import Drawing

/// What stands on a card, front and back: plain texts, as they are to be printed.
package struct CardFace: Sendable, Equatable {
    /// One line of the front's list: what the page has, and a word about it.
    package struct Entry: Sendable, Equatable {
        /// 审批流程图
        package var name: String
        /// 四个阶段
        package var note: String

        package init(name: String, note: String) {
            self.name = name
            self.note = note
        }
    }

    /// The line above the title: 投资项目服务一卡通.
    package var kicker: String
    /// The kind of project: 房地产开发.
    package var title: String
    /// What to do with the card: 微信扫一扫，一页看全.
    package var subtitle: String
    /// What the page has, at most four.
    package var entries: [Entry]
    /// Who issues the card: 济宁市行政审批服务局.
    package var authority: String
    /// The telephone number for questions: 0537-3239633.
    package var hotline: String
    /// When the card was made: 2026年11月版.
    package var edition: String
    /// The host in words, for people who must type it: zw.jining.gov.cn. With the port if the address has one.
    package var host: String
    /// The short code without separators: 4K7MX.
    package var code: String
    /// What the QR code says: https://zw.jining.gov.cn/c/4K7MX.
    package var address: String
    /// The colour of the field, `#` and six hexadecimal digits; white text must be readable on it.
    package var accent: String
    /// A mark for cards that are not to be handed out: 试印.
    package var trialMark: String?
    package var back: CardBack

    package init(
        kicker: String = "投资项目服务一卡通", title: String, subtitle: String = "微信扫一扫，一页看全", entries: [Entry],
        authority: String, hotline: String, edition: String, host: String, code: String, address: String,
        accent: String, trialMark: String? = nil, back: CardBack
    ) {
        self.kicker = kicker
        self.title = title
        self.subtitle = subtitle
        self.entries = entries
        self.authority = authority
        self.hotline = hotline
        self.edition = edition
        self.host = host
        self.code = code
        self.address = address
        self.accent = accent
        self.trialMark = trialMark
        self.back = back
    }
}

/// What stands on the back of a card.
package struct CardBack: Sendable, Equatable {
    /// 怎么用这张卡
    package var heading: String
    /// What to do, in order, at most three.
    package var steps: [String]
    /// The line above the fields: 六个领域，同一套服务.
    package var fieldsHeading: String
    /// The fields that have cards, at most six; the one that is the card's title is set in bold.
    package var fields: [String]
    /// Where the authority is: 圣贤路7号 济宁市政务服务中心.
    package var office: String
    /// 本服务不收费，不索要密码和验证码
    package var promise: String

    package init(
        heading: String = "怎么用这张卡", steps: [String], fieldsHeading: String = "六个领域，同一套服务", fields: [String],
        office: String, promise: String = "本服务不收费，不索要密码和验证码"
    ) {
        self.heading = heading
        self.steps = steps
        self.fieldsHeading = fieldsHeading
        self.fields = fields
        self.office = office
        self.promise = promise
    }

    /// The three steps as every card has them: scan, read, or type.
    package static func usualSteps(host: String, code: String) -> [String] {
        [
            "打开微信“扫一扫”，对准正面二维码",
            "先看“带什么、去哪办、多久办好”",
            "扫不出来？浏览器打开 \(host)，输入卡号 \(CardFace.grouped(code))",
        ]
    }
}

extension CardFace {
    /// A code as it is printed, its check character set off for reading aloud: 4K7M-X.
    package static func grouped(_ code: String) -> String {
        guard code.count > 2, let check = code.last else { return code }
        return "\(code.dropLast())-\(check)"
    }

    /// The least contrast of white text on the accent colour (WCAG 2.2, 1.4.3).
    static let leastContrast = 4.5

    /// Finds what no layout could put right.
    ///
    /// - Returns: The accent colour.
    func checked() throws(CardError) -> Colour {
        if entries.count > CardLayout.entryLimit { throw error(.tooMany("条目", entries.count, CardLayout.entryLimit)) }
        if back.steps.count > CardLayout.stepLimit {
            throw error(.tooMany("使用步骤", back.steps.count, CardLayout.stepLimit))
        }
        if back.fields.count > CardLayout.fieldLimit {
            throw error(.tooMany("领域", back.fields.count, CardLayout.fieldLimit))
        }
        // Whoever types what is printed must come to where the symbol leads.
        guard address.contains("://\(host)/"), address.hasSuffix("/\(code)") else {
            throw error(.addressDiffers(address: address, host: host, code: code))
        }
        let colour: Colour
        do { colour = try Colour(hex: accent) } catch { throw self.error(.drawing(error)) }
        let contrast = colour.contrast(with: .white)
        guard contrast >= Self.leastContrast else { throw error(.accentTooLight(accent, contrast: contrast)) }
        return colour
    }

    func error(_ problem: CardError.Problem) -> CardError { CardError(card: title, problem: problem) }
}
