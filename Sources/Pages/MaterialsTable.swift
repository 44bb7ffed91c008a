internal import Guides

/// 申请材料 as a table for spreadsheets: CSV (RFC 4180) in UTF-8 with a byte order mark, without which Excel takes it
/// for another encoding.
struct MaterialsTable {
    private var rows: [[String]] = [TableWords.columns]

    init(_ item: Item, _ guidebook: Guidebook) {
        for material in item.materials { add(material, guidebook, usedIn: [item.name], only: material.conditions) }
    }

    init(_ schedule: RoadmapSchedule, _ guidebook: Guidebook) {
        for shared in schedule.materials {
            add(shared.material, guidebook, usedIn: shared.items, only: shared.conditions + shared.material.conditions)
        }
    }

    private mutating func add(
        _ material: Material, _ guidebook: Guidebook, usedIn items: [String], only conditions: [String]
    ) {
        rows.append([
            String(rows.count), material.name, material.need.rawValue, material.form,
            material.originals.map { String($0) } ?? "",
            material.copies.map { String($0) } ?? "", material.issuer ?? material.source,
            conditions.joined(separator: Words.listMark), material.note ?? "",
            material.basis.map { guidebook.words($0) } ?? "", items.joined(separator: Words.listMark),
        ])
    }

    var text: String {
        "\u{FEFF}" + rows.map { $0.map(MaterialsTable.field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        // A spreadsheet takes what begins so for a formula; an apostrophe keeps it words.
        let safe = text.first.map { "=+-@\t\r".contains($0) } == true ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
