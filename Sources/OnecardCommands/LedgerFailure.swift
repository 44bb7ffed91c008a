internal import ArgumentParser
internal import Foundation
internal import Ledger

/// Says why something was not done with a ledger, and ends with status 1.
enum LedgerFailure {
    /// - Parameter ledger: The ledger whose lines findings quote.
    static func end(_ error: LedgerError, ledger: String) throws -> Never {
        if case .brokenLedger(let found) = error {
            Report.write(found, to: .standardError) { path in Ledger(at: path).text }
        }
        Report.complain(error.description)
        throw ExitCode.inputErrors
    }
}
