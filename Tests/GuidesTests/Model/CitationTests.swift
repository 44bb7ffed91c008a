import Testing

@testable import Guides

struct CitationTests {
    @Test(arguments: [
        ("建筑法 第七条、第八条", "建筑法", ["第七条", "第八条"]), ("建筑法", "建筑法", []), ("建筑法　第七条，第八条", "建筑法", ["第七条", "第八条"]),
        ("建筑法 第七条 第八条", "建筑法", ["第七条", "第八条"]), ("《建筑法》第七条", "建筑法", ["第七条"]), ("建筑法第七条第一款", "建筑法", ["第七条第一款"]),
        ("《建筑法》", "建筑法", []), ("", "", []), ("《建筑法》（2019年修正）第九条", "建筑法", ["第九条"]), ("建筑法（2019年修正） 第九条", "建筑法", ["第九条"]),
        ("排污许可管理办法（试行） 第三条", "排污许可管理办法（试行）", ["第三条"]), ("中华人民共和国建筑法第八条", "中华人民共和国建筑法", ["第八条"]),
    ])
    func reading(text: String, law: String, articles: [String]) {
        #expect(Citation(text) == Citation(law: law, articles: articles))
        #expect(Citation(text).articles == articles)
        #expect(CitationReading(text).problem == nil)
    }

    @Test(arguments: [
        // What is cited whole, and down to 款, 项 and 目.
        ("第五十八条", "第五十八条"), ("第五十八条第一款", "第五十八条第一款"), ("第一百二十条之一", "第一百二十条之一"),
        ("第一百二十条之一第二款", "第一百二十条之一第二款"), ("第八条第一款第（四）项", "第八条第一款第（四）项"),
        ("第八条第（四）项", "第八条第（四）项"), ("第八条第（四）项第2目", "第八条第（四）项第2目"),
        // Several.
        ("第七条和第八条", "第七条、第八条"), ("第七条及第八条", "第七条、第八条"), ("第七条以及第八条", "第七条、第八条"), ("第七条与第八条", "第七条、第八条"),
        ("第七、九条", "第七条、第九条"), ("第七、第九条", "第七条、第九条"), ("第八条第一、二款", "第八条第一款、第八条第二款"),
        ("第八条第（一）、（三）项", "第八条第（一）项、第八条第（三）项"), ("第八条第一款、第三款", "第八条第一款、第八条第三款"),
        ("第八条第一款第（一）项、第（三）项", "第八条第一款第（一）项、第八条第一款第（三）项"), ("第一百二十条之一、之二", "第一百二十条之一、第一百二十条之二"),
        // Ranges.
        ("第七条至第九条", "第七条、第八条、第九条"), ("第七条—第九条", "第七条、第八条、第九条"), ("第七条-第九条", "第七条、第八条、第九条"),
        ("第七至九条", "第七条、第八条、第九条"), ("第七条到第九条、第十二条", "第七条、第八条、第九条、第十二条"), ("第八条第一款至第三款", "第八条第一款、第八条第二款、第八条第三款"),
        ("第八条第（一）项至第（三）项", "第八条第（一）项、第八条第（二）项、第八条第（三）项"), ("第八条第（一）至（三）项", "第八条第（一）项、第八条第（二）项、第八条第（三）项"),
        // Digits, and signs left out where only one thing can be meant.
        ("第8条", "第八条"), ("第58条第1款", "第五十八条第一款"), ("第105条", "第一百零五条"), ("57条", "第五十七条"), ("九条", "第九条"), ("8", "第八条"),
        ("第８条", "第八条"), ("第110条", "第一百一十条"), ("第八条第四项", "第八条第（四）项"), ("第八条（四）", "第八条第（四）项"),
        ("第八条（四）项", "第八条第（四）项"),
        // What has no articles.
        ("附则", "附则"), ("附件一", "附件一"), ("第101项", "第101项"), ("第101项、第103项", "第101项、第103项"),
        ("第101项至第103项", "第101项、第102项、第103项"),
        ("第二章", "第二章"), ("第一编第五章", "第一编第五章"),
    ])
    func `every form with one meaning is read`(text: String, places: String) {
        let reading = PlaceReading(text)
        #expect(reading.problem == nil)
        #expect(reading.places.map(\.description).joined(separator: "、") == places)
    }

    @Test(arguments: [
        ("第四十四条改82", PlaceReading.Problem.junk("改82")), ("第八条的规定", .junk("的规定")), ("第八条（施工许可）", .junk("（施工许可）")),
        ("第七条；消防法 第八条", .junk("消防法 第八条")), ("第八条等", .junk("等")), ("第八条。", .junk("。")), ("第三章第八条", .junk("第三章")),
        ("第三四条", .number("三四条", maybe: ["三十四条"])), ("第一百二条", .number("一百二条", maybe: ["一百二十条", "一百零二条"])),
        ("第八", .number("第八", maybe: ["第八条"])), ("第二款", .noArticle("第二款")), ("第七条、第二款", .noArticle("第二款")),
        ("第七条第一款、第（二）项", .noArticle("第（二）项")), ("第九条至第七条", .range("第九条至第七条")), ("第七条至第七条", .range("第七条至第七条")),
        ("第七条至第二款", .range("第七条至第二款")), ("第七条第一款至第九条", .range("第七条第一款至第九条")), ("第七条至第九条第二款", .range("第七条至第九条第二款")),
        ("第一条至第九千条", .range("第一条至第九千条")), ("第七条至", .range("第七条至")), ("甲", .junk("甲")), ("第七条之", .junk("之")),
        ("第八条（2019）", .junk("（2019）")),
    ])
    func `nothing is left out in silence`(text: String, problem: PlaceReading.Problem) {
        #expect(PlaceReading(text).problem == problem)
    }

    @Test func `a citation names no more places than a person would`() {
        let many = (1...201).map { "第\(ChineseNumeral.text($0))条" }.joined(separator: "、")
        #expect(PlaceReading(many).problem == .tooMany)
        #expect(PlaceReading(String(many.dropLast(6))).places.count <= 201)
        let most = (1...200).map { "第\(ChineseNumeral.text($0))条" }.joined(separator: "、")
        #expect(PlaceReading(most).places.count == 200)
        #expect(PlaceReading(most).problem == nil)
        #expect(PlaceReading("第一条至第二百条").places.count == 200)
    }

    /// Numbers that follow from a seed, so that a failure comes again.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    private func place(_ dice: inout Dice) -> LawPlace {
        let number = Int.random(in: 1...1260, using: &dice)
        let inserted = Int.random(in: 0...9, using: &dice) == 0 ? Int.random(in: 1...12, using: &dice) : 0
        let paragraph = Bool.random(using: &dice) ? Int.random(in: 1...12, using: &dice) : nil
        let item = Int.random(in: 0...2, using: &dice) == 0 ? Int.random(in: 1...25, using: &dice) : nil
        let subitem = item != nil && Bool.random(using: &dice) ? Int.random(in: 1...9, using: &dice) : nil
        return LawPlace(.article(number, inserted: inserted), paragraph: paragraph, item: item, subitem: subitem)
    }

    @Test func `what is written as laws write it is read as the same`() {
        var dice = Dice(state: 11)
        for _ in 0..<3000 {
            let places = (0..<Int.random(in: 1...4, using: &dice)).map { _ in place(&dice) }
            let text = places.map(\.description).joined(
                separator: ["、", "和", "，", " "].randomElement(using: &dice) ?? "、")
            #expect(PlaceReading(text).places == places, "\(text)")
            #expect(PlaceReading(text).problem == nil, "\(text)")
            let citation = Citation("建筑法 " + text)
            #expect(citation == Citation(law: "建筑法", places: places), "\(text)")
            #expect(Citation("建筑法 " + citation.articles.joined(separator: "、")) == citation)
        }
    }

    @Test func `the quick way of reading and the thorough one agree`() {
        var dice = Dice(state: 12)
        for _ in 0..<3000 {
            let places = (0..<Int.random(in: 1...4, using: &dice)).map { _ in place(&dice) }
            let text = places.map(\.description).joined(separator: "、")
            guard let quick = PlainPlaces.read(text) else { continue }
            var parser = PlaceParser(text)
            parser.parse()
            #expect(quick == parser.places, "\(text)")
            #expect(parser.problem == nil, "\(text)")
        }
        #expect(PlainPlaces.read("第七条第二款、第八条") != nil)
    }

    @Test func `any text ends, with places or a problem`() {
        let signs = Array("第条款项目之、和至（）(一二十百8零章附 改—")
        var dice = Dice(state: 13)
        for _ in 0..<20_000 {
            let text = String(
                (0..<Int.random(in: 1...12, using: &dice)).compactMap { _ in signs.randomElement(using: &dice) })
            let reading = PlaceReading(text)
            #expect(reading.places.count <= 2 * PlaceReading.limit, "\(text)")
            if reading.problem == nil, !reading.places.isEmpty {
                // What was understood is the same when it is written as laws write it, but for what a range says beyond.
                let spelled = PlaceReading(reading.places.map(\.description).joined(separator: "、")).places
                #expect(spelled.map(\.description) == reading.places.map(\.description), "\(text)")
            }
        }
    }

    @Test func `a range holds what was inserted within it, and not behind it`() {
        let places = PlaceReading("第七条至第九条").places
        func isIn(_ number: ArticleNumber) -> Bool { places.contains { $0.isIn(number) } }
        #expect(isIn(.article(7)) && isIn(.article(8, inserted: 1)) && isIn(.article(9)))
        #expect(!isIn(.article(9, inserted: 1)) && !isIn(.article(10)) && !isIn(.article(6)))
        #expect(!PlaceReading("第八条").places[0].isIn(.article(8, inserted: 1)))
    }

    @Test(arguments: [
        ("第八条", "第八条第二款", true), ("第八条第一款", "第八条第二款", false), ("第八条第（四）项", "第八条第一款", true),
        ("第八条第（四）项", "第八条第（五）项", false), ("第八条", "第九条", false), ("第101项", "第101项", true),
    ])
    func overlapping(one: String, other: String, isSame: Bool) throws {
        let (left, right) = (PlaceReading(one).places[0], PlaceReading(other).places[0])
        #expect(left.overlaps(right) == isSame)
        #expect(right.overlaps(left) == isSame)
    }
}
