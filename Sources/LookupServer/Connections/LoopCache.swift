internal import NIOCore
internal import ScanRecords
internal import Synchronization

/// What the connections of one event loop share: the current snapshot's hot pages, and this second's dated copies.
///
/// Only touched on its loop, so that the hot path takes no lock but the counts'.
final class LoopCache {
    private struct Key: Hashable {
        let page: ObjectIdentifier
        let variant: Int
    }

    private let site: LiveSite
    private var generation: Int
    private var snapshot: SiteSnapshot
    private var second = 0
    private var encoding = (field: "", takesGzip: false)
    private var dated: [Key: ByteBuffer] = [:]
    /// The `Date` of this second.
    private(set) var date = ""

    init(site: LiveSite) {
        self.site = site
        generation = site.generation
        snapshot = site.snapshot
        tick()
    }

    /// Whether gzip may be sent; browsers say the same each time, so that the last answer mostly serves again.
    func acceptsGzip(_ field: String?) -> Bool {
        guard let field else { return false }
        if field != encoding.field { encoding = (field, Negotiation.acceptsGzip(field)) }
        return encoding.takesGzip
    }

    /// Takes note of a new second and of a new snapshot.
    func tick() {
        let now = ChinaTime.unixSeconds
        if now != second {
            second = now
            date = HTTPDate.text(unixSeconds: now)
            dated.removeAll(keepingCapacity: dated.count < 1000)
        }
        let newest = site.generation
        if newest != generation {
            generation = newest
            snapshot = site.snapshot
            dated.removeAll()
        }
    }

    /// The page at a target exactly as cards are printed with it.
    func page(at target: String) -> HotPage? { snapshot.hotPage(at: target) }

    /// The whole of an answer with this second's date; copied once a second, shared by all who ask meanwhile.
    func bytes(_ answer: HotPage.Answer, of page: HotPage, variant: Int) -> ByteBuffer {
        let key = Key(page: ObjectIdentifier(page), variant: variant)
        if let bytes = dated[key] { return bytes }
        let bytes = answer.dated(date)
        // A second in which somebody walks through all pages must not hold them all twice.
        if dated.count >= 4096 { dated.removeAll(keepingCapacity: true) }
        dated[key] = bytes
        return bytes
    }
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
