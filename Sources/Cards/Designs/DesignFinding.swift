internal import Diagnostics
internal import Guides

/// What can be wrong with a design, one name for each kind.
enum DesignFinding {
    static func number(_ key: String, _ text: String, _ range: ClosedRange<Double>, at place: SourceLocation)
        -> Diagnostic
    {
        error("number", "“\(key)”应当是\(short(range.lowerBound))到\(short(range.upperBound))之间的数，这里是“\(text)”", place)
    }

    static func colour(_ text: String, at place: SourceLocation) -> Diagnostic {
        error("colour", "“\(text)”不是颜色，请写主题色、黑、白、深灰、浅灰或#A3322B这样的数，后面可以加百分比，如“白 88%”", place)
    }

    static func unknownPlaceholder(_ name: String, at place: SourceLocation) -> Diagnostic {
        var message = "没有“{\(name)}”这个占位"
        if let near = Spelling.nearest(to: name, in: Placeholder.allCases.map(\.rawValue)) {
            message += "，是否想写“{\(near)}”？"
        } else {
            message += "，可以用的有：" + Placeholder.allCases.map { "{\($0.rawValue)}" }.joined()
        }
        return error("unknown-placeholder", message, place)
    }

    static func severalKinds(at place: SourceLocation) -> Diagnostic {
        error("several-kinds", "一个元素只能是一种，请在前面另起一行写“- ”", place)
    }

    static func picture(_ name: String, _ what: String, at place: SourceLocation) -> Diagnostic {
        error("picture", "图片“\(name)”\(what)，请把PNG文件放在版式文件旁边", place)
    }

    static func outside(_ excess: Double, at place: SourceLocation) -> Diagnostic {
        error("outside-safe-area", "超出安全区\(tenths(excess))毫米，裁切时可能被切掉，请往里移或缩小", place)
    }

    static func halfBleed(at place: SourceLocation) -> Diagnostic {
        error("half-bleed", "色块离裁切线太近：请留在安全区内，或一直画到出血边", place)
    }

    static func quietZone(at place: SourceLocation, symbol: SourceLocation) -> Diagnostic {
        Diagnostic(
            rule: "design-quiet-zone", severity: .error, message: "压住了二维码四周的白边（4个方块宽），会扫不出来，请移开",
            at: place, notes: [.init("二维码在这里", at: symbol)])
    }

    static func fineModules(_ size: Double, fewer: Int, at place: SourceLocation) -> Diagnostic {
        let advice = fewer > 0 ? "请把二维码放大，或把网址缩短\(fewer)个字符" : "请把二维码放大"
        return error("fine-modules", "二维码的方块只有\(hundredths(size))毫米，至少要0.5毫米，\(advice)", place)
    }

    static func symbolCount(_ count: Int, at place: SourceLocation) -> Diagnostic {
        error("symbol-count", "每个版式正好要一个二维码，这里有\(count)个", place)
    }

    static func sideCount(_ count: Int, at place: SourceLocation) -> Diagnostic {
        error("side-count", "只能有一面或两面，这里有\(count)面", place)
    }

    static func noTrialMark(at place: SourceLocation) -> Diagnostic {
        error("trial-mark", "有二维码的一面要有一处“仅试印: 是”的文字，试印的卡才认得出来", place)
    }

    static func unreadable(_ path: String) -> Diagnostic {
        error("unreadable", "版式文件打不开，或不是UTF-8编码", SourceLocation(file: path))
    }

    private static func error(_ rule: String, _ message: String, _ place: SourceLocation) -> Diagnostic {
        Diagnostic(rule: "design-" + rule, severity: .error, message: message, at: place)
    }

    private static func short(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }

    /// Rounded up, so that what is too large never reads as 0.0.
    private static func tenths(_ number: Double) -> String { String((number * 10 - 1e-6).rounded(.up) / 10) }
    private static func hundredths(_ number: Double) -> String { String((number * 100).rounded(.down) / 100) }
}
