package import Guides

/// The rules about the ledger, each with its manual; `LedgerFinding` says what is wrong in each case.
package enum LedgerRules {
    package static let all: [any Rule.Type] = [
        DeadCode.self, OtherGuide.self, UnlistedHost.self, OtherCode.self, DeadAddress.self,
        TooManyCopies.self, BrokenRow.self, EditedRow.self, UnmergedLedger.self, UnreadableLedger.self,
        UnfinishedPrint.self, MissingLedger.self, CutTail.self, OtherHistory.self, LedgerHeadFile.self,
    ]
}
