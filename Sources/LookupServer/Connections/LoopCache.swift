internal import Glibc
internal import NIOCore
internal import ScanRecords
internal import Synchronization

/// What the connections of one event loop share: the current snapshot's pages that were asked for, and this second's
/// dated copies of their answers.
///
/// Only touched on its loop, so that it needs no lock.
final class LoopCache {
    /// A page that was asked for.
    final class Entry {
        fileprivate let key: CodeKey
        let page: HotPage
        /// Its openings on this loop that nobody has written down yet.
        fileprivate let scans: ScanCounter
        /// Its answers with this second's date, by variant.
        fileprivate var dated = InlineArray<4, ByteBuffer?>(repeating: nil)

        fileprivate init(_ key: CodeKey, _ page: HotPage) {
            (self.key, self.page) = (key, page)
            scans = ScanCounter(page.codeText)
        }
    }

    /// Pages remembered; one more takes another's place.
    private static let capacity = 4096
    /// Bytes of dated copies: a second in which somebody walks through all pages must not hold them all twice.
    private static let datedLimit = 32 << 20

    private let site: LiveSite
    private var generation: Int
    private var snapshot: SiteSnapshot
    private var second = 0
    private var time = ChinaTime.now
    private var encoding: (field: [UInt8], takesGzip: Bool) = ([], false)
    private var entries = [Entry?](repeating: nil, count: capacity)
    /// Those that hold dated copies.
    private var dated: [Entry] = []
    private var datedBytes = 0
    /// The connections of the loop.
    let ring = ConnectionRing()
    /// The `Date` of this second.
    private(set) var date = ""

    init(site: LiveSite) {
        self.site = site
        generation = site.generation
        snapshot = site.snapshot
        tick()
    }

    /// Takes note of a new second and of a new snapshot.
    func tick() {
        let now = ChinaTime.unixSeconds
        if now != second {
            second = now
            time = ChinaTime(unixSeconds: now)
            date = HTTPDate.text(unixSeconds: now)
            forgetDated()
        }
        let newest = site.generation
        if newest != generation {
            generation = newest
            snapshot = site.snapshot
            forgetDated()
            entries = [Entry?](repeating: nil, count: Self.capacity)
        }
    }

    private func forgetDated() {
        for entry in dated { entry.dated = InlineArray(repeating: nil) }
        dated.removeAll(keepingCapacity: dated.count < 1000)
        datedBytes = 0
    }

    /// The page of a code, if it is made.
    func entry(_ key: CodeKey) -> Entry? {
        let place = key.place(in: Self.capacity)
        if let entry = entries[place], entry.key == key { return entry }
        guard let page = snapshot.hotPage(key) else { return nil }
        let entry = Entry(key, page)
        entries[place] = entry
        return entry
    }

    /// Whether gzip may be sent; browsers say the same each time, so that the last answer mostly serves again.
    func acceptsGzip(_ field: Span<UInt8>) -> Bool {
        if !field.isSame(as: encoding.field) {
            let text = field.text
            encoding = (Array(text.utf8), Negotiation.acceptsGzip(text))
        }
        return encoding.takesGzip
    }

    /// Whether `If-None-Match` names a coding's tag; most often it is exactly the tag that was sent.
    func matches(_ field: Span<UInt8>, _ coding: HotPage.Coding) -> Bool {
        field.isSame(as: coding.tagBytes) || Negotiation.matchesWeakly(field.text, coding.tag)
    }

    /// The bytes of an answer with this second's date, counted as sent; nil where there is no memory for them.
    func answer(_ entry: Entry, _ variant: HotPage.Variant, isHead: Bool) -> ByteBuffer? {
        guard let bytes = whole(entry, variant) else { return nil }
        site.metrics.countHot(isNotModified: variant.isNotModified)
        guard isHead else {
            site.scans?.record(entry.scans, at: time)
            return bytes
        }
        let length = entry.page.answer(variant).headLength
        return bytes.getSlice(at: bytes.readerIndex, length: length) ?? bytes
    }

    /// Copied once a second, shared by all who ask meanwhile.
    private func whole(_ entry: Entry, _ variant: HotPage.Variant) -> ByteBuffer? {
        if let bytes = entry.dated[variant.number] { return bytes }
        guard let bytes = entry.page.answer(variant).dated(date) else { return nil }
        if datedBytes > Self.datedLimit { forgetDated() }
        datedBytes += bytes.readableBytes
        entry.dated[variant.number] = bytes
        dated.append(entry)
        return bytes
    }
}

extension Span<UInt8> {
    fileprivate func isSame(as bytes: [UInt8]) -> Bool {
        guard count == bytes.count else { return false }
        return withUnsafeBytes { mine in
            bytes.withUnsafeBytes { theirs in
                guard let mine = mine.baseAddress, let theirs = theirs.baseAddress else { return true }
                return memcmp(mine, theirs, bytes.count) == 0
            }
        }
    }

    fileprivate var text: String { withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
}

/// The caches by event loop.
final class LoopCaches: Sendable {
    private let site: LiveSite
    private let caches = Mutex<[ObjectIdentifier: NIOLoopBound<LoopCache>]>([:])

    init(site: LiveSite) { self.site = site }

    /// The cache of a loop; called on it.
    func cache(on loop: any EventLoop) -> LoopCache {
        caches.withLock { caches in
            if let cache = caches[ObjectIdentifier(loop)] { return cache }
            let cache = NIOLoopBound(LoopCache(site: site), eventLoop: loop)
            caches[ObjectIdentifier(loop)] = cache
            return cache
        }.value
    }
}
