import Foundation
import Testing

/// The built daemon over real sockets.
@Suite struct ServeTests {
    private func shared() throws -> Daemon {
        _ = Daemon.endsWithTests
        return try Daemon.shared.get()
    }

    @Test("Codes are read as people type them")
    func forgivingCodes() throws {
        let daemon = try shared()
        for typed in ["SN2GM", "sn2gm", "SN2G-M", "sn2g%2Dm", "SN2G%20M", "SN2GM/"] {
            let answer = try RawHTTP.send("/c/\(typed)", port: daemon.port)
            #expect(answer.status == 200, "\(typed)")
            #expect(String(decoding: answer.body, as: UTF8.self).contains("房地产开发项目审批全流程"), "\(typed)")
        }
    }

    @Test(
        "A code that opens nothing gets its own helpful page",
        arguments: [
            ("SN2GX", 404, "卡号好像输错了"), ("00000", 404, "没有发放过这个卡号"), ("SN2", 400, "这不是卡号"),
        ])
    func lostCodes(typed: String, status: Int, heading: String) throws {
        let daemon = try shared()
        let answer = try RawHTTP.send("/c/\(typed)", port: daemon.port)
        let page = String(decoding: answer.body, as: UTF8.self)
        #expect(answer.status == status)
        #expect(page.contains("<h1>\(heading)</h1>"))
        #expect(page.contains("<form"))
    }

    @Test("What was typed comes back escaped")
    func escapes() throws {
        let daemon = try shared()
        let answer = try RawHTTP.send("/c/%3Cscript%3Ealert(1)%3C%2Fscript%3E", port: daemon.port)
        let page = String(decoding: answer.body, as: UTF8.self)
        #expect(!page.contains("<script>alert"))
        #expect(page.contains("value=\"&lt;script>alert(1)"))
    }

    @Test("ETag, gzip and HEAD")
    func representations() throws {
        let daemon = try shared()
        let plain = try RawHTTP.send("/c/CY7MN", port: daemon.port)
        let zipped = try RawHTTP.send("/c/CY7MN", port: daemon.port, headers: ["Accept-Encoding": "br, gzip;q=0.5"])
        let refused = try RawHTTP.send(
            "/c/CY7MN", port: daemon.port, headers: ["Accept-Encoding": "gzip;q=0, identity"])
        #expect(plain.headers["content-encoding"] == nil)
        #expect(refused.body == plain.body)
        #expect(zipped.headers["content-encoding"] == "gzip")
        #expect(zipped.headers["vary"] == "Accept, Accept-Encoding")
        #expect(zipped.body.starts(with: [0x1F, 0x8B]))
        #expect(zipped.body.count * 3 < plain.body.count)
        let tag = try #require(plain.headers["etag"])
        #expect(tag != zipped.headers["etag"])
        #expect(plain.headers["cache-control"] == "no-cache")

        let same = try RawHTTP.send("/c/CY7MN", port: daemon.port, headers: ["If-None-Match": "\"other\", W/\(tag)"])
        #expect(same.status == 304)
        #expect(same.body.isEmpty)
        #expect(same.headers["etag"] == tag)

        let head = try RawHTTP.send("/c/CY7MN", method: "HEAD", port: daemon.port)
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head.headers["content-length"] == String(plain.body.count))
        #expect(head.headers["etag"] == tag)
    }

    @Test("Every page of the shipped guides is served, and every link on it leads somewhere")
    func noDeadLinks() throws {
        let daemon = try shared()
        var open = ["/"]
        var seen: Set<String> = ["/"]
        while let path = open.popLast() {
            // As browsers do with what stands in an address in plain Chinese.
            let target =
                path.replacingOccurrences(of: "&amp;", with: "&")
                .addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed.union(CharacterSet(charactersIn: "%")))
                ?? path
            let answer = try RawHTTP.send(target, port: daemon.port)
            #expect(answer.status == 200, "\(path)")
            let page = String(decoding: answer.body, as: UTF8.self)
            for match in page.matches(of: /href="(\/[^"#]*)/) where seen.insert(String(match.1)).inserted {
                open.append(String(match.1))
            }
            for match in page.matches(of: /href="#([-A-Za-z0-9]+)"/) {
                #expect(page.contains("id=\"\(String(match.1))\""), "\(path) #\(String(match.1))")
            }
        }
        #expect(seen.count > 90)
    }
}
