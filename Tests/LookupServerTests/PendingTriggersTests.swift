internal import LookupServer
internal import Testing

/// What asks for a reload while another one takes long.
@Suite struct PendingTriggersTests {
    @Test func `A flood of notices pushes nothing out, and what was asked for comes first`() async {
        let triggers = PendingTriggers { inlet in
            inlet.add(.noticed)
            inlet.add(.hangup)
            for _ in 0..<10_000 { inlet.add(.noticed) }
            inlet.add(.midnight)
            for _ in 0..<10_000 { inlet.add(.changed) }
            return {}
        }
        var iterator = triggers.makeAsyncIterator()
        var taken: [ReloadTrigger?] = []
        for _ in 0..<4 { taken.append(await iterator.next()) }
        #expect(taken == [.hangup, .midnight, .changed, .noticed])
    }

    @Test func `What comes while one waits is taken, and the end ends it`() async {
        let (inlets, continuation) = AsyncStream.makeStream(of: PendingTriggers.Inlet.self)
        let triggers = PendingTriggers { inlet in
            continuation.yield(inlet)
            return { continuation.finish() }
        }
        let reader = Task {
            var taken: [ReloadTrigger] = []
            for await trigger in triggers { taken.append(trigger) }
            return taken
        }
        var iterator = inlets.makeAsyncIterator()
        let inlet = await iterator.next()
        inlet?.add(.hangup)
        inlet?.add(.hangup)
        while await !Self.isEmpty(inlet) { await Task.yield() }
        reader.cancel()
        #expect(await reader.value == [.hangup])
        // What put triggers in was told to stop.
        #expect(await iterator.next() == nil)
    }

    private static func isEmpty(_ inlet: PendingTriggers.Inlet?) async -> Bool { inlet?.isEmpty ?? true }
}
