internal import ArgumentParser
internal import Guides
internal import Ledger

/// `onecard ledger merge`: makes one ledger of two that were written in two clones.
struct LedgerMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Bring the rows of another clone's ledger into this one.",
        discussion: """
            Works as git's merge driver: git config merge.onecard-ledger.driver 'onecard ledger merge %A %B --base %O'.
            """)

    @Argument(help: "The ledger that takes in the other, and is written.")
    var ours: String

    @Argument(help: "The other ledger, which stays as it is.")
    var theirs: String

    @Option(help: ArgumentHelp("The ledger as it was before the two parted.", valueName: "file"))
    var base: String?

    func run() throws {
        do throws(LedgerError) {
            say(try LedgerMerging(into: ours).merge(theirs, base: base))
        } catch {
            try LedgerFailure.end(error, ledger: ours)
        }
    }

    private func say(_ merge: LedgerMerge) {
        Report.say("合并好了：相同的开头\(merge.common)行，并入\(merge.added.count)行，写进\(ours)。")
        if merge.restored > 0 { Report.warn("共同的起点里有\(merge.restored)行这边没有了，已经补回来") }
        if merge.shared > 0 { Report.say("两边都有的\(merge.shared)行只记一次。") }
        for renaming in merge.renamings {
            Report.warn("两边各有一个批次叫“\(renaming.batch)”，对方的改叫“\(renaming.name)”")
        }
        for conflict in merge.conflicts {
            Report.warn(
                "短码\(conflict.code)两边印的不是同一个指南：这边是“\(conflict.ours.name)”，对方是“\(conflict.theirs.name)”；onecard check 说怎么办"
            )
        }
    }
}
