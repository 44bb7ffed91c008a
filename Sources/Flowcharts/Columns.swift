/// How parts that follow one another are divided into columns.
enum Columns {
    /// Ranges of parts in at most so many columns, the highest of them as low as can be; of several such divisions the one
    /// whose first columns are the shortest.
    ///
    /// - Parameters:
    ///   - columns: 1 or more.
    ///   - parts: How many there are.
    ///   - height: Of a column of neighbouring parts; longer ranges are at least as high.
    static func lowest(in columns: Int, of parts: Int, height: (Range<Int>) -> Double) -> [Range<Int>] {
        guard parts > 0, columns > 0 else { return [] }
        // Of the parts from each on, how low they can be in one column, in two, and so on.
        var tables = [(0..<parts).map { height($0..<parts) } + [0]]
        while tables.count < min(columns, parts), let fewer = tables.last {
            tables.append((0..<parts).map { begin in lowest(from: begin, parts, fewer, height) } + [0])
        }
        guard let least = tables.last?.first, least < height(0..<parts) else { return [0..<parts] }
        var ranges: [Range<Int>] = []
        var begin = 0
        for rest in tables.dropLast().reversed() where begin < parts {
            let end = (begin + 1...parts).first { height(begin..<$0) <= least && rest[$0] <= least } ?? parts
            ranges.append(begin..<end)
            begin = end
        }
        return begin < parts ? ranges + [begin..<parts] : ranges
    }

    /// A first column from `begin`, and the rest as low as `rest` says: the first grows with its end and the rest
    /// shrinks, so that the best end is found by halving.
    private static func lowest(
        from begin: Int, _ parts: Int, _ rest: [Double], _ height: (Range<Int>) -> Double
    ) -> Double {
        var (low, high) = (begin + 1, parts)
        while low < high {
            let middle = (low + high) / 2
            if height(begin..<middle) >= rest[middle] { high = middle } else { low = middle + 1 }
        }
        let before = low > begin + 1 ? max(height(begin..<low - 1), rest[low - 1]) : .infinity
        return min(max(height(begin..<low), rest[low]), before)
    }
}
