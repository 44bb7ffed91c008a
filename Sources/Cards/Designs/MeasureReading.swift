internal import Diagnostics
internal import Guides

/// Reads numbers from a file under cards/ and keeps what is wrong with them.
protocol MeasureReading {
    /// The file's path as messages show it.
    var path: String { get }
    var diagnostics: [Diagnostic] { get set }
}

extension MeasureReading {
    /// The number under a key; after a finding, or where the shape has found the key missing, the least of the range.
    mutating func number(_ key: String, in node: MarkedNode, _ range: ClosedRange<Double>) -> Double {
        guard let value = node[key], let text = value.text else { return range.lowerBound }
        if let number = Double(text), range.contains(number) { return number }
        diagnostics.append(DesignNumber.finding(key, text, range, at: value.mark.location(in: path)))
        return range.lowerBound
    }
}
