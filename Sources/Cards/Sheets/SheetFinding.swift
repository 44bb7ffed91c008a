internal import Diagnostics

/// What can be wrong with a sheet, one name for each kind.
enum SheetFinding {
    static func outside(
        _ direction: String, _ count: Int, _ length: Double, _ paper: Double, _ excess: Double, at place: SourceLocation
    ) -> Diagnostic {
        finding(
            "outside-paper", .error,
            "\(direction)着放\(count)张要\(tenths(length))毫米，连出血和边距超出纸（\(tenths(paper))毫米）\(tenths(excess))毫米，请少放一张，或减小间距、边距",
            place)
    }

    static func bleed(_ bleed: Double, gap: Double, at place: SourceLocation) -> Diagnostic {
        finding("bleed", .error, "出血\(tenths(bleed))毫米会盖住旁边的卡：间距只有\(tenths(gap))毫米，出血最多是它的一半", place)
    }

    static func noRuler(_ margin: Double, at place: SourceLocation) -> Diagnostic {
        finding(
            "no-ruler", .warning,
            "纸边放不下100毫米的标尺，打印时缩放了就看不出来；左边或上边留出\(tenths(margin))毫米才放得下", place)
    }

    private static func finding(
        _ rule: String, _ severity: Severity, _ message: String, _ place: SourceLocation
    ) -> Diagnostic {
        Diagnostic(rule: "sheet-" + rule, severity: severity, message: message, at: place)
    }

    /// Rounded up, so that what is too large never reads as 0.
    private static func tenths(_ number: Double) -> String {
        let rounded = (number * 10 - 1e-6).rounded(.up) / 10
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}
