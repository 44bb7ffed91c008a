import Guides
import Testing

struct CitationTests {
    @Test(arguments: [
        ("建筑法 第七条、第八条", "建筑法", ["第七条", "第八条"]), ("建筑法", "建筑法", []), ("建筑法　第七条，第八条", "建筑法", ["第七条", "第八条"]),
        ("建筑法 第七条 第八条", "建筑法", ["第七条", "第八条"]), ("《建筑法》第七条", "建筑法", ["第七条"]), ("建筑法第七条第一款", "建筑法", ["第七条第一款"]),
        ("《建筑法》", "建筑法", []), ("", "", []),
    ])
    func reading(text: String, law: String, articles: [String]) {
        #expect(Citation(text) == Citation(law: law, articles: articles))
    }

    @Test(arguments: [
        ("第五十八条", "第五十八条"), ("第五十八条第一款", "第五十八条"), ("第一百二十条之一", "第一百二十条之一"), ("第一百二十条之一第二款", "第一百二十条之一"),
        ("第8条", "第八条"), ("第58条第1款", "第五十八条"), ("第10条", "第十条"), ("第105条", "第一百零五条"), ("第1057条", "第一千零五十七条"),
        ("第110条", "第一百一十条"), ("附则", "附则"),
    ])
    func articleNumber(cited: String, number: String) {
        #expect(Citation.articleNumber(of: cited) == number)
    }
}
