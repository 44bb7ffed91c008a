internal import Testing

@testable internal import Flowcharts

@Suite struct ColumnsTests {
    /// The lowest division by trying all of them, the first of equal ones.
    private func tried(_ heights: [Double], _ columns: Int) -> (ranges: [Range<Int>], height: Double) {
        var best: (ranges: [Range<Int>], height: Double) = ([0..<heights.count], heights.reduce(0, +))
        func split(_ begin: Int, _ left: Int, _ ranges: [Range<Int>], _ tallest: Double) {
            guard begin < heights.count else {
                if tallest < best.height { best = (ranges, tallest) }
                return
            }
            guard left > 0 else { return }
            for end in begin + 1...heights.count {
                split(end, left - 1, ranges + [begin..<end], max(tallest, heights[begin..<end].reduce(0, +)))
            }
        }
        split(0, columns, [], 0)
        return best
    }

    @Test func `The highest column is as low as trying all divisions finds`() {
        var state: UInt64 = 11
        func next(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        for _ in 0..<300 {
            let heights = (0...next(8)).map { _ in Double(1 + next(9)) }
            let columns = Int(1 + next(5))
            let ranges = Columns.lowest(in: columns, of: heights.count) { heights[$0].reduce(0, +) }
            let expected = tried(heights, columns)
            #expect(ranges == expected.ranges, "\(heights) in \(columns)")
        }
    }

    @Test func `Thousands of parts are divided at once`() {
        let ranges = Columns.lowest(in: 6, of: 6000) { Double($0.count) }
        #expect(ranges.map(\.count) == [1000, 1000, 1000, 1000, 1000, 1000])
    }
}
