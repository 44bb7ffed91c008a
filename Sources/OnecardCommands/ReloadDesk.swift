internal import Foundation
internal import LookupServer
internal import Synchronization

/// Where `onecard reload` asks and the daemon answers: two files in a folder that both may write.
///
/// SIGHUP brings no answer back. Whoever sends it writes a number of its own first, and the answer repeats it: an earlier
/// reload's answer is never taken for this one's.
final class ReloadDesk: Sendable {
    /// What became of one reload.
    struct Answer: Codable, Sendable, Equatable {
        /// The number of the request that is answered.
        let request: String
        /// Why newest files or certificates are not served, a line each; empty where all is served.
        let refusals: [String]
    }

    private let folder: String
    /// The request whose reload is under way.
    private let asked = Mutex<String?>(nil)

    init(in folder: String) { self.folder = folder }

    private var requestFile: URL { URL(fileURLWithPath: folder + "/reload.request") }
    private var answerFile: URL { URL(fileURLWithPath: folder + "/reload.answer") }

    // MARK: The side that asks

    func ask(_ request: String) throws { try Data(request.utf8).write(to: requestFile, options: .atomic) }

    /// The answer to a request; nil while there is none.
    func answer(to request: String) -> Answer? {
        guard let data = try? Data(contentsOf: answerFile),
            let answer = try? JSONDecoder().decode(Answer.self, from: data), answer.request == request
        else { return nil }
        return answer
    }

    // MARK: The daemon's side

    /// A reload that SIGHUP asked for begins: what is read from now on is what the answer is about.
    func begin() {
        let request = (try? Data(contentsOf: requestFile)).map { String(decoding: $0, as: UTF8.self) }
        asked.withLock { $0 = request }
    }

    /// The reload is over.
    ///
    /// Of one that nobody asked for nothing is said.
    func finish(_ refusals: [String]) throws {
        let request = asked.withLock { asked in
            defer { asked = nil }
            return asked
        }
        guard let request else { return }
        let answer = try JSONEncoder().encode(Answer(request: request, refusals: refusals))
        try answer.write(to: answerFile, options: .atomic)
    }
}
