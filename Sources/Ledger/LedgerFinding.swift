internal import Diagnostics
internal import Guides

/// What can be wrong with the ledger, one name for each kind.
enum LedgerFinding {
    /// `ledger-dead-code`: a code in people's pockets opens nothing any more.
    ///
    /// - Parameter guide: What it opened when it was printed last, as far as the ledger says it.
    static func deadCode(
        _ code: ShortCode, copies: Int, batches: Int, guide: GuideIdentity?, today: CalendarDate,
        at place: SourceLocation
    ) -> Diagnostic {
        let was = guide.map { "；印的是\($0.kind)“\($0.name)”\($0.filePath.map { "（guides/\($0)）" } ?? "")" } ?? ""
        let name = guide.map { "\"\($0.name)\"" } ?? "〔待填〕"
        return error(
            DeadCode.self,
            "短码\(code)印过\(batches)批共\(copies)份，现在扫码什么也打不开\(was)。请恢复它的指南，或在guides/retired.yaml的“退役”下面加一行："
                + "- {短码: \"\(code)\", 名称: \(name), 日期: \(today), 原因: 〔待填〕}",
            place)
    }

    /// `ledger-other-guide`: a code in people's pockets opens another guide than their cards say.
    ///
    /// - Parameters:
    ///   - file: The path of the file that has the code now; empty where it is not known.
    ///   - elsewhere: The code that the printed guide has now.
    static func otherGuide(
        _ row: LedgerRow, was: GuideIdentity, now: GuideIdentity, file: String, elsewhere: ShortCode?,
        at place: SourceLocation
    ) -> Diagnostic {
        let what =
            "短码\(row.code)印卡时打开\(was.kind)“\(was.name)”，现在打开\(now.kind)“\(now.name)”\(file.isEmpty ? "" : "（\(file)）")。"
        if let elsewhere {
            return error(OtherGuide.self, what + "“\(was.name)”的短码现在写成了\(elsewhere)，请改回\(row.code)，别的指南另用自己的短码", place)
        }
        let record = "曾用名: [{名称: \"\(was.name)\"}]"
        return error(OtherGuide.self, what + "只是改了名的，请在那个文件里写上 \(record)；换成了别的指南的，请恢复原来的文件，给新的另用一个短码", place)
    }

    static func onlyReserved(_ code: ShortCode, was: GuideIdentity, at place: SourceLocation) -> Diagnostic {
        error(
            OtherGuide.self,
            "短码\(code)印卡时打开\(was.kind)“\(was.name)”，现在只写在reserved.yaml里，扫码的人会以为还没有发布；请恢复它的指南，或移到retired.yaml",
            place)
    }

    /// `ledger-unlisted-host`: printed addresses whose beginning the site no longer calls its own.
    static func unlistedHost(_ base: String, at place: SourceLocation) -> Diagnostic {
        error(UnlistedHost.self, "印过网址“\(base)”，而site.yaml里没有它，请写进“曾用网址”并让它继续能打开", place)
    }

    /// `ledger-other-code`: the address does not end in the row's code.
    static func otherCode(_ code: ShortCode, _ address: String, at place: SourceLocation) -> Diagnostic {
        error(OtherCode.self, "网址“\(address)”不是短码\(code)的网址。\(callBack)", place)
    }

    /// `ledger-dead-address`: an address with something between the host and the code, which answers nothing.
    static func deadAddress(_ row: LedgerRow, base: String, at place: SourceLocation) -> Diagnostic {
        error(
            DeadAddress.self, "网址“\(row.address)”打不开，应当是“\(base)\(PageAddress.code(row.code).path)”。\(callBack)", place)
    }

    private static let callBack = "请把这一批卡收回，再运行 onecard ledger void 批次"

    /// `ledger-too-many-copies`: more copies than one print may be told to make.
    static func tooManyCopies(_ row: LedgerRow, at place: SourceLocation) -> Diagnostic {
        error(
            TooManyCopies.self,
            "份数\(row.copies)多得不对，一次最多\(PrintedCode.mostCopies)份；请运行 onecard ledger void \(row.batch) 作废这一批，再按真的份数印",
            place)
    }

    /// `ledger-broken-row`: a line that cannot be read.
    static func broken(_ what: String, at place: SourceLocation) -> Diagnostic {
        error(BrokenRow.self, "台账的这一行已损坏：\(what)，请从备份恢复台账", place)
    }

    static func fieldCount(_ count: Int, at place: SourceLocation) -> Diagnostic {
        broken("有\(count)栏，应有\(LedgerRecord.firstHeader.count)栏到\(LedgerRecord.header.count)栏", at: place)
    }

    static func header(at place: SourceLocation) -> Diagnostic {
        broken("第一行应当是“\(CSVReading.line(LedgerRecord.header))”", at: place)
    }

    /// `ledger-edited-row`: the line, or the one before it, was changed or taken out after it was written.
    static func edited(at place: SourceLocation) -> Diagnostic {
        error(
            EditedRow.self,
            "这一行与校验不符：它或它前面的行被改过、删过，请从备份恢复台账，不要手工修改；两个人各印了卡的，用 onecard ledger merge 合并", place)
    }

    /// `ledger-unmerged`: git could not merge it and left both versions with its marks.
    static func unmerged(at place: SourceLocation) -> Diagnostic {
        error(
            UnmergedLedger.self,
            "这里有没有合完的改动：两边都记了账，git合不了。请取出两边的台账，用 onecard ledger merge 合并，做法见维护手册“两个人都印了卡”", place)
    }

    /// `ledger-unreadable`: the file is there and cannot be read.
    static func unreadable(_ path: String) -> Diagnostic {
        error(UnreadableLedger.self, "台账打不开，请检查文件权限", SourceLocation(file: path))
    }

    /// - Parameter isWide: Whether it begins as UTF-16 does.
    static func wrongEncoding(_ path: String, isWide: Bool) -> Diagnostic {
        let convert = "iconv -f \(isWide ? "UTF-16" : "GB18030") -t UTF-8 \(path) > 新台账.csv && mv 新台账.csv \(path)"
        return error(
            UnreadableLedger.self, "台账不是UTF-8编码，多半是用表格软件另存过，内容没有丢。请转换编码：\(convert)", SourceLocation(file: path))
    }

    /// `ledger-unfinished-print`: a print was cut off between its files and its rows.
    static func unfinished(_ path: String) -> Diagnostic {
        error(UnfinishedPrint.self, "上次打印中途断了，台账还没有记全，请再运行一次onecard print，它会先补记", SourceLocation(file: path))
    }

    private static func error(_ rule: any Rule.Type, _ message: String, _ place: SourceLocation) -> Diagnostic {
        Diagnostic(rule: rule.name, severity: .error, message: message, at: place)
    }
}

/// What a ledger's head can say that the ledger does not.
extension LedgerFinding {
    /// `ledger-missing`: the file is gone.
    static func missing(_ path: String, rows: Int) -> Diagnostic {
        error(MissingLedger.self, "台账不见了，它应当有\(rows)行，印过的短码都在里面。请从git或备份恢复，不要重新开始", SourceLocation(file: path))
    }

    /// `ledger-missing`: the file and its head are gone, and git had them.
    ///
    /// - Parameter commit: The last one that has the file.
    static func forgotten(_ path: String, commit: String) -> Diagnostic {
        let head = LedgerHead.path(of: path).map { " " + $0 } ?? ""
        return error(
            MissingLedger.self, "台账不见了，git里还有（\(commit)）：印过的短码都在里面。请运行 git checkout \(commit) -- \(path)\(head)",
            SourceLocation(file: path))
    }

    /// `ledger-cut-tail`: lines are missing at the end.
    static func cutTail(_ path: String, rows: Int, expected: Int) -> Diagnostic {
        error(
            CutTail.self, "台账的末尾少了\(expected - rows)行：应当有\(expected)行，现在有\(rows)行。请从git或备份恢复台账",
            SourceLocation(file: path))
    }

    /// `ledger-other-history`: as many lines, but others.
    static func otherHistory(_ path: String, row: Int) -> Diagnostic {
        error(
            OtherHistory.self,
            "台账的第\(row)行不是ledger.head记着的那一行：两个文件不是同一次写下的。请从git一起恢复；两个人各印了卡的，用 onecard ledger merge 合并",
            SourceLocation(file: path))
    }

    /// `ledger-head`: the file beside the ledger is missing, old or cannot be read.
    ///
    /// - Parameter wasThere: Whether there must have been one; older trees had none.
    static func noHead(_ path: String, wasThere: Bool) -> Diagnostic {
        let message =
            wasThere
            ? "ledger.head不见了，台账末尾少了行就看不出来。请从git恢复；确定台账是全的，也可以运行 onecard ledger verify --write-head 重写"
            : "还没有ledger.head，台账末尾少了行看不出来。确定台账是全的，请运行 onecard ledger verify --write-head，并提交这个文件"
        return Diagnostic(
            rule: LedgerHeadFile.name, severity: wasThere ? .error : .warning, message: message,
            at: SourceLocation(file: path))
    }

    static func unreadableHead(_ path: String) -> Diagnostic {
        error(
            LedgerHeadFile.self, "读不懂这个文件，台账末尾少了行就看不出来。请从git恢复；确定台账是全的，删去它，再运行 onecard ledger verify --write-head",
            SourceLocation(file: path))
    }

    static func headBehind(_ path: String, rows: Int) -> Diagnostic {
        Diagnostic(
            rule: LedgerHeadFile.name, severity: .warning,
            message: "台账比ledger.head多\(rows)行（合并以后会这样），请运行 onecard ledger verify --write-head，再一起提交",
            at: SourceLocation(file: path))
    }
}
