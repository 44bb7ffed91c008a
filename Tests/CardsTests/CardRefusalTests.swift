import Cards
import Drawing
import QRSymbols
import Testing

@Suite("Cards that are refused")
struct CardRefusalTests {
    private func problem(_ face: CardFace, dotsPerInch: Int = 300) throws -> CardError {
        let renderer = try CardRenderer()
        return try #require(throws: CardError.self) { try renderer.render(face, dotsPerInch: dotsPerInch) }
    }

    @Test("A missing glyph, by character, text and name")
    func missingGlyph() throws {
        var face = sampleCard()
        face.subtitle = "微信扫一扫\u{10FFFD}"
        let error = try problem(face)
        #expect(error.card == "房地产开发")
        #expect(
            error.problem
                == .drawing(.missingGlyph(character: "\u{10FFFD}", text: "微信扫一扫\u{10FFFD}", name: "副标题")))
        #expect("\(error)".hasPrefix("卡片《房地产开发》：副标题“微信扫一扫"))
        #expect("\(error)".contains("U+10FFFD"))
    }

    @Test("A text that does not fit, by name")
    func overflow() throws {
        let title = "投资项目服务一卡通投资项目服务一卡通"
        let cases: [(String, String, (inout CardFace) -> Void)] = [
            ("标题", title, { $0.title = title }),
            ("眉题", title, { $0.kicker = title }),
            ("副标题", title, { $0.subtitle = title }),
            ("条目名称", title, { $0.entries[1].name = title }),
            ("条目说明", title, { $0.entries[3].note = title }),
            ("发卡单位", title, { $0.authority = title }),
            ("试印标记", title, { $0.trialMark = title }),
            ("背面标题", title, { $0.back.heading = title }),
            ("领域", title, { $0.back.fields[2] = title }),
            ("办公地址", title + title, { $0.back.office = title + title }),
            ("服务承诺", title + title, { $0.back.promise = title + title }),
        ]
        for (name, text, change) in cases {
            var face = sampleCard()
            change(&face)
            let error = try problem(face)
            guard case .drawing(.textTooWide(text, name, let excess)) = error.problem else {
                Issue.record("\(name): \(error)")
                continue
            }
            #expect(excess > 0)
            #expect("\(error)".hasSuffix("毫米，请缩短"))
        }
        var face = sampleCard()
        face.back.steps[0] = String(repeating: title, count: 5)
        guard case .drawing(.textTooHigh(_, "第 1 步", _)) = try problem(face).problem else {
            Issue.record("a long step")
            return
        }
        face.back.steps = [String](repeating: title + title, count: 3)
        guard case .drawing(.textTooHigh(_, "使用步骤", _)) = try problem(face).problem else {
            Issue.record("three long steps")
            return
        }
    }

    @Test("More than there is room for")
    func tooMany() throws {
        var face = sampleCard()
        face.entries.append(.init(name: "政策", note: "三条"))
        #expect(try problem(face).problem == .tooMany("条目", 5, 4))
        face = sampleCard()
        face.back.steps.append("再来一次")
        #expect(try problem(face).problem == .tooMany("使用步骤", 4, 3))
        face = sampleCard()
        face.back.fields.append("其他")
        #expect("\(try problem(face))" == "卡片《房地产开发》：领域有 7 个，卡面最多放 6 个，请删减")
    }

    @Test("Words beside the symbol that lead elsewhere")
    func addressDiffers() throws {
        var face = sampleCard()
        face.code = "4K7MY"
        #expect(
            try problem(face).problem
                == .addressDiffers(
                    address: "https://zw.jining.gov.cn/c/4K7MX", host: "zw.jining.gov.cn", code: "4K7MY"))
        face = sampleCard()
        face.host = "zw.jining.gov"
        #expect(throws: CardError.self) { try CardRenderer().render(face) }
    }

    @Test("A colour that is none, or too light for white text")
    func accent() throws {
        #expect(try problem(sampleCard(accent: "red")).problem == .drawing(.invalidColour("red")))
        let error = try problem(sampleCard(accent: "#F0A000"))
        guard case .accentTooLight("#F0A000", let contrast) = error.problem else {
            Issue.record("\(error)")
            return
        }
        #expect(contrast < 4.5)
    }

    @Test("A resolution out of range", arguments: [0, -300, 149, 1201])
    func resolution(dotsPerInch: Int) throws {
        #expect(try problem(sampleCard(), dotsPerInch: dotsPerInch).problem == .resolution(dotsPerInch))
    }

    @Test("An address too long for modules of half a millimetre, with how much shorter it must be")
    func tooFine() throws {
        var face = sampleCard()
        func address(_ length: Int) -> String {
            let rest = "https://zw.jining.gov.cn//4K7MX".utf8.count
            return "https://zw.jining.gov.cn/\(String(repeating: "c", count: length - rest))/4K7MX"
        }
        face.address = address(250)
        guard case .symbolTooFine(_, let fewer) = try problem(face).problem else {
            Issue.record("not refused")
            return
        }
        face.address = address(250 - fewer)
        #expect(try CardRenderer().render(face).moduleSize >= 0.5)
        face.address = address(250 - fewer + 1)
        #expect(throws: CardError.self) { try CardRenderer().render(face) }
        face.address = address(3000)
        #expect(try problem(face).problem == .symbol(.tooLong(needed: 3000, limit: 2331)))
    }
}
