/// Who has a code, by the files alone: what printed codes are held against.
package enum CodeOwner: Sendable, Hashable {
    /// A guide, with the names under its 曾用名 and the path of its file, for messages.
    case guide(GuideIdentity, formerNames: [String], file: String)
    /// A retired guide.
    case retired(name: String)
    /// None yet: minted in advance.
    case reserved(purpose: String)
    /// Somebody, but the file that says so has errors, or what is served is an older version of it.
    case uncertain

    /// The keys that are asked for when all files are read.
    static let keys: [KeptKey] = ["短码", "名称", "曾用名"]

    /// The guide in a file; nil where it has no code or no name that can be read.
    init?(_ file: GuideFile) {
        guard file.kind.opensAtCode, let record = file.root.map({ RecordReader($0) }), record.code("短码") != nil,
            let name = record.optionalText("名称")
        else { return nil }
        self = .guide(
            GuideIdentity(
                kind: file.kind.category, stem: file.kind == .site ? Guide.overviewStem : file.stem, name: name),
            formerNames: record.formerNames.map(\.name), file: file.path)
    }
}

extension GuideTree {
    /// Who has each code that was given away: guides, also ones with errors, retired ones, and ones minted in advance.
    var owners: [ShortCode: CodeOwner] {
        var owners: [ShortCode: CodeOwner] = [:]
        // What is hidden behind a file of the same name is not served.
        let files = everyFile.filter { $0.kind.hasCodes && file($0.kind, $0.stem) === $0 }
        for file in files { for code in file.claimedCodes { owners[code] = .uncertain } }
        for reservation in reservations { owners[reservation.code] = .reserved(purpose: reservation.purpose) }
        for retirement in retirements { owners[retirement.code] = .retired(name: retirement.name) }
        for file in files {
            if let code = file.claimedCodes.first, let owner = CodeOwner(file) { owners[code] = owner }
        }
        return owners
    }
}

extension Guidebook {
    /// Who has each code that was given away; without the paths of files, which a guidebook does not know.
    var owners: [ShortCode: CodeOwner] {
        var owners: [ShortCode: CodeOwner] = [:]
        owners.reserveCapacity(codes.count + retired.count + reserved.count)
        for code in awaited.keys { owners[code] = .uncertain }
        for code in revised { owners[code] = .uncertain }
        for (code, reservation) in reserved { owners[code] = .reserved(purpose: reservation.purpose) }
        for (code, retirement) in retired { owners[code] = .retired(name: retirement.name) }
        for (code, guide) in codes {
            owners[code] = .guide(guide.identity, formerNames: guide.formerNames.map(\.name), file: "")
        }
        return owners
    }
}
