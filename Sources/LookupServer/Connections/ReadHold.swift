internal import NIOCore

/// Holds reading back while a client does not read its answers.
struct ReadHold {
    private var isWritable = true
    private var isHeld = false

    mutating func read(_ context: ChannelHandlerContext) {
        if isWritable { context.read() } else { isHeld = true }
    }

    /// Whether more can be written may have changed.
    mutating func look(_ context: ChannelHandlerContext) {
        isWritable = context.channel.isWritable
        if isWritable, isHeld {
            isHeld = false
            context.read()
        }
    }
}
