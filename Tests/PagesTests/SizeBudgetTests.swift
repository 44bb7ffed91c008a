internal import CZlib
internal import Guides
internal import Pages
internal import Testing

/// What a phone in a queue has to load: HTML with its style, flowchart and script, compressed as the server does.
@Suite struct SizeBudgetTests {
    private static let item = 14 << 10
    private static let roadmap = 24 << 10

    @Test func everyShippedPageFits() throws {
        let guidebook = try ShippedSite.guidebook()
        let pages = try ShippedSite.pages().pages
        var counts = (items: 0, roadmaps: 0)
        for (code, guide) in guidebook.guides {
            for address in ["/c/\(code)", "/c/\(code)?size=large"] {
                let size = try Self.compressedSize(#require(pages[address]).html)
                switch guide {
                case .roadmap:
                    counts.roadmaps += 1
                    #expect(size <= Self.roadmap, "\(address) \(guide.name): \(size)")
                case .item, .policy, .notice, .overview:
                    counts.items += 1
                    #expect(size <= Self.item, "\(address) \(guide.name): \(size)")
                }
            }
        }
        #expect(counts.items > 100 && counts.roadmaps >= 12)
    }

    /// The size of a gzip member (RFC 1952) at the best level.
    private static func compressedSize(_ text: String) throws -> Int {
        var stream = z_stream()
        try #require(
            deflateInit2_(
                &stream, 9, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
                == Z_OK)
        defer { deflateEnd(&stream) }
        var input = Array(text.utf8)
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))))
        let capacity = output.count
        return try input.withUnsafeMutableBufferPointer { source in
            try output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(capacity)
                try #require(deflate(&stream, Z_FINISH) == Z_STREAM_END)
                return capacity - Int(stream.avail_out)
            }
        }
    }
}
