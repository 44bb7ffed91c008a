/// A law and places in it as people type them behind a command: in one word or several, by any name of the law.
package enum CitedLaw {
    /// Why nothing is meant.
    package struct Failure: Error {
        /// What to do, Chinese, without a full stop.
        package let message: String
    }

    /// - Parameter words: `建筑法 第八条`, `建筑法第八条`, `中华人民共和国建筑法 8`.
    /// - Throws: `Failure` where there is no such law, or no such article in its file.
    package static func find(_ words: [String], in laws: LawLibrary) throws(Failure) -> (law: Law, citation: Citation) {
        let text = words.joined(separator: " ")
        // A name may have a space in it, or what a citation would take for an article.
        if let law = laws[text] { return (law, Citation(law: law.stem, places: [])) }
        let reading = CitationReading(text)
        let cited = reading.citation
        guard let law = laws[cited.law] else { throw Failure(message: laws.message(noneNamed: cited.law)) }
        if let problem = reading.problem {
            throw Failure(message: UnreadableCitation.message(problem, behind: cited.law, cited.places))
        }
        for place in cited.places {
            guard let article = law.article(place.article) else {
                throw Failure(message: "《\(law.name)》的文件里没有\(place.article)，请核对条号")
            }
            if let problem = article.problem(with: place) {
                throw Failure(message: "《\(law.name)》\(place.article)\(problem)")
            }
        }
        return (law, Citation(law: law.stem, places: cited.places))
    }
}
