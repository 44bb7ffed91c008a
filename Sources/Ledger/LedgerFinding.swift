internal import Diagnostics
internal import Guides

/// What can be wrong with the ledger, one name for each kind.
enum LedgerFinding {
    /// `ledger-dead-code`: a code in people's pockets opens nothing any more.
    static func deadCode(_ code: ShortCode, copies: Int, batches: Int, at place: SourceLocation) -> Diagnostic {
        error(
            "dead-code",
            "短码\(code)印过\(batches)批共\(copies)份，现在扫码什么也打不开；请恢复它的指南，或在retired.yaml里写明短码、名称、日期、原因和接替",
            place)
    }

    /// `ledger-unlisted-host`: printed addresses whose host the site no longer calls its own.
    static func unlistedHost(_ host: String, at place: SourceLocation) -> Diagnostic {
        error("unlisted-host", "印过网址“\(host)”，而site.yaml里没有它，请写进“曾用网址”并让它继续能打开", place)
    }

    /// `ledger-other-code`: the address does not end in the row's code.
    static func otherCode(_ code: ShortCode, _ address: String, at place: SourceLocation) -> Diagnostic {
        error("other-code", "网址“\(address)”不是短码\(code)的网址，请从备份恢复台账", place)
    }

    /// `ledger-broken-row`: a row that cannot be read.
    static func broken(_ what: String, at place: SourceLocation) -> Diagnostic {
        error("broken-row", "台账的这一行已损坏：\(what)，请从备份恢复台账", place)
    }

    static func fieldCount(_ count: Int, at place: SourceLocation) -> Diagnostic {
        broken("有\(count)栏，应有\(LedgerRow.header.count)栏", at: place)
    }

    static func header(at place: SourceLocation) -> Diagnostic {
        broken("第一行应当是“\(CSVReading.line(LedgerRow.header))”", at: place)
    }

    /// `ledger-edited-row`: the row, or the one before it, was changed or taken out after it was printed.
    static func edited(at place: SourceLocation) -> Diagnostic {
        error("edited-row", "这一行与校验不符：它或它前面的行被改过、删过，请从备份恢复台账，不要手工修改", place)
    }

    /// `ledger-unreadable`: the file is there and cannot be read.
    static func unreadable(_ path: String) -> Diagnostic {
        error("unreadable", "台账打不开，请检查文件权限", SourceLocation(file: path))
    }

    static func wrongEncoding(_ path: String) -> Diagnostic {
        error("unreadable", "台账不是UTF-8编码，可能被表格软件另存过，请从备份恢复", SourceLocation(file: path))
    }

    /// `ledger-unfinished-print`: a print was cut off between its files and its rows.
    static func unfinished(_ path: String) -> Diagnostic {
        error("unfinished-print", "上次打印中途断了，台账还没有记全，请再运行一次onecard print，它会先补记", SourceLocation(file: path))
    }

    private static func error(_ rule: String, _ message: String, _ place: SourceLocation) -> Diagnostic {
        Diagnostic(rule: "ledger-" + rule, severity: .error, message: message, at: place)
    }
}
