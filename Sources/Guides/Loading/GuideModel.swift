/// What one file says, as the model of its kind.
enum GuideModel: Sendable {
    /// What opens at a code: already a reference, which tree and guidebook share.
    case guide(Guide)
    indirect case law(Law)
    indirect case card(Card)
    case retired([Retirement])
    case reserved([Reservation])

    /// Nil for the kinds that have no model of their own.
    ///
    /// - Parameter isForShowing: Whether pages will be made of it, not only checks.
    init?(_ kind: FileKind, stem: String, _ root: MarkedNode, isForShowing: Bool) {
        guard let model = kind.traits.model(stem, RecordReader(root, isForShowing: isForShowing)) else { return nil }
        self = model
    }

    var law: Law? { if case .law(let law) = self { law } else { nil } }

    var guide: Guide? { if case .guide(let guide) = self { guide } else { nil } }
}
