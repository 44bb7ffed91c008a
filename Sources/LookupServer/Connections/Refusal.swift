internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Publication

/// Why a request is answered before anybody looks at what it asks for; the connection is closed after it.
enum Refusal: Error {
    case malformed, notImplemented, targetTooLong, headerTooLong, bodyTooLong, tooManyRequests, tooManyConnections,
        outOfMemory
    /// More waits to be made than can be made soon.
    case busy

    private var status: HTTPResponse.Status {
        switch self {
        case .malformed: .badRequest
        case .notImplemented: .notImplemented
        case .targetTooLong: .uriTooLong
        case .headerTooLong: .requestHeaderFieldsTooLarge
        case .bodyTooLong: .contentTooLarge
        case .tooManyRequests: .tooManyRequests
        case .tooManyConnections, .outOfMemory, .busy: .serviceUnavailable
        }
    }

    var statusCode: Int { status.code }

    private var words: String {
        switch self {
        case .malformed: "请求的格式不对。"
        case .notImplemented: "没有这种请求。本站只供查看。"
        case .targetTooLong: "网址太长，请检查网址。"
        case .headerTooLong: "请求头太长，请清除浏览器的Cookie后重试。"
        case .bodyTooLong: "请求的内容太大。本站只供查看。"
        case .tooManyRequests: "访问太频繁，请过几秒再试。"
        case .tooManyConnections, .outOfMemory: "访问的人太多，请过几秒再试。"
        case .busy: "查询的人太多，请过几秒再试；扫卡片上的码不受影响。"
        }
    }

    private var fields: HTTPFields {
        var fields = HTTPFields.site
        fields[.contentType] = MediaType.text
        fields[.cacheControl] = "no-store"
        if [.tooManyRequests, .tooManyConnections, .outOfMemory, .busy].contains(self) { fields[.retryAfter] = "5" }
        return fields
    }

    /// What a stream of HTTP/2 gets, and what gives no answer for its cost; the connection goes on.
    var response: Response {
        Response(status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: words + "\n")))
    }

    /// The whole answer of HTTP/1.
    func bytes(date: String, isHead: Bool) -> ByteBuffer {
        var fields = fields
        fields[.connection] = "close"
        let answer = HotPage.Answer(status, fields, body: .init(Array((words + "\n").utf8), tag: "", isGzipped: false))
        guard let bytes = answer.dated(date) else { return ByteBuffer() }
        return isHead ? bytes.getSlice(at: bytes.readerIndex, length: answer.headLength) ?? bytes : bytes
    }
}
