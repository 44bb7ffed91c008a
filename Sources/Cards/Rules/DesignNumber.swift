package import Diagnostics
internal import Guides

/// A length, a size or a count of a file under cards/ is no number, or too small or too large.
package enum DesignNumber: Rule {
    package static let name = "design-number"
    package static let severity = Severity.error
    package static let manual = """
        版式和拼版里的长度是毫米，字号和行距是点，只写数，不写单位，要在提示的范围里。

        错误：
            宽: 90毫米
        正确：
            宽: 90
        """

    static func finding(_ key: String, _ text: String, _ range: ClosedRange<Double>, at place: SourceLocation)
        -> Diagnostic
    {
        finding("“\(key)”应当是\(short(range.lowerBound))到\(short(range.upperBound))之间的数，这里是“\(text)”", at: place)
    }

    private static func short(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }
}
