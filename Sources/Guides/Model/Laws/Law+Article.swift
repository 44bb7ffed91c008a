extension Law {
    /// 条: an article with each of its wordings.
    package struct Article: Sendable, Hashable {
        package let number: ArticleNumber
        /// Oldest first; at least one.
        package let wordings: [Wording]
    }

    /// 内容: how an article reads from a day on.
    package struct Wording: Sendable, Hashable {
        /// 修改日期: the first day on which it reads so; nil where it always did, as far as anybody wrote down.
        package let from: CalendarDate?
        /// 删去日期: the first day on which there is no such article any more; nil where nothing says that it ends.
        package let until: CalendarDate?
        /// A 款 or 项 a paragraph; empty where no source was read.
        package let text: [String]
        /// Parts are left out.
        package let isExcerpt: Bool
        package let isUnverified: Bool

        /// Why a place is not in it, as the end of a sentence; nil where it is or where nobody can tell.
        func problem(with place: LawPlace) -> String? {
            text.isEmpty || isExcerpt ? nil : ArticleOutline(text).problem(with: place)
        }

        /// The paragraphs that a citation goes down to, by index; empty where it means the whole article.
        package func lines(of places: [LawPlace]) -> Set<Int> {
            // Of an excerpt nobody knows which 款 is the second.
            guard !isExcerpt, places.allSatisfy({ !$0.isWhole }) else { return [] }
            let outline = ArticleOutline(text)
            return Set(places.flatMap { outline.lines(of: $0) })
        }
    }
}

extension Law.Article {
    /// One article of each number, in the order of the file.
    static func all(_ records: [RecordReader]) -> [Law.Article] {
        var order: [ArticleNumber] = []
        var wordings: [ArticleNumber: [Law.Wording]] = [:]
        for record in records {
            let written = record.text("条")
            let number = ArticleNumber(written) ?? .named(written)
            if wordings[number] == nil { order.append(number) }
            wordings[number, default: []].append(Law.Wording(record))
        }
        return order.map { number in
            Law.Article(
                number: number,
                wordings: (wordings[number] ?? []).enumerated().sorted {
                    ($0.element.from?.daysSinceEpoch ?? .min, $0.offset)
                        < ($1.element.from?.daysSinceEpoch ?? .min, $1.offset)
                }.map(\.element))
        }
    }

    /// How it reads on a day; nil where it comes into force later or was deleted.
    package func wording(on day: CalendarDate) -> Law.Wording? {
        begun(by: day).flatMap { $0.hasEnded(on: day) ? nil : $0 }
    }

    /// The day from which a later law deleted it; nil where it is there on that day, or was not there yet.
    package func deletion(on day: CalendarDate) -> CalendarDate? {
        begun(by: day).flatMap { $0.hasEnded(on: day) ? $0.until : nil }
    }

    /// The day from which it will be gone, where that is known and nothing stands in its place.
    package func comingDeletion(after day: CalendarDate) -> CalendarDate? {
        guard let last = wordings.last, let until = last.until, until > day else { return nil }
        return until
    }

    private func begun(by day: CalendarDate) -> Law.Wording? { wordings.last { ($0.from ?? day) <= day } }

    /// How it will read, soonest first.
    package func comingWordings(after day: CalendarDate) -> [Law.Wording] {
        wordings.filter { ($0.from ?? day) > day }
    }

    /// How it read before the wording of a day, newest first, each with the day on which it ended.
    package func formerWordings(on day: CalendarDate) -> [(wording: Law.Wording, until: CalendarDate)] {
        let past = wordings.filter { ($0.from ?? day) <= day }
        let replaced = zip(past, past.dropFirst()).compactMap { former, next in
            next.from.map { (wording: former, until: min(former.until ?? $0, $0)) }
        }
        let deleted = past.last.flatMap { last in
            last.hasEnded(on: day) ? last.until.map { (wording: last, until: $0) } : nil
        }
        return (replaced + [deleted].compactMap(\.self)).reversed()
    }

    /// Why a place in it does not exist, as the end of a sentence; nil where any of its wordings has it.
    func problem(with place: LawPlace) -> String? {
        let problems = wordings.map { $0.problem(with: place) }
        return problems.contains(nil) ? nil : problems.last ?? nil
    }
}

extension Law.Wording {
    fileprivate func hasEnded(on day: CalendarDate) -> Bool { until.map { $0 <= day } ?? false }

    init(_ record: RecordReader) {
        from = record.date("修改日期")
        until = record.date("删去日期")
        text = record.paragraphs("内容")
        isExcerpt = record.yes("摘录")
        isUnverified = record.yes("待核")
    }
}
