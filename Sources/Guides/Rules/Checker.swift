package import Diagnostics

/// Runs every rule over a tree.
package enum Checker {
    /// The rules about the form of one file, applied while it is read.
    static let formRules: [any Rule.Type] = [
        MissingFile.self, MisplacedFile.self, FileName.self, UnreadableFile.self, MergeConflict.self,
        YAMLSyntax.self, FullWidthPunctuation.self, SwallowedText.self, MissingSpace.self, TabCharacter.self,
        WrongIndentation.self,
        LookAlikeCharacter.self, AliasUsed.self, DuplicateKey.self,
        UnknownKey.self, MissingKey.self, WrongType.self, UnknownValue.self,
        UnreadableDate.self, UnreadableTimeLimit.self, IncompletePhone.self, MalformedIdentifier.self,
        WrongCheckCharacter.self, UnservedFile.self, UnreadableCitation.self, MergedParagraphs.self,
        UnfilledTemplate.self, PlaceholderText.self, QuotedValue.self, OddSpace.self, IdentityNumber.self,
        MobileNumber.self, MissingGlyph.self, UnprintableCard.self,
    ]

    /// The rules about what one file says, applied right behind those.
    static let fileRules: [any FileRule.Type] = [
        MissingElement.self, BasisWithoutArticle.self, IdentifierMismatch.self, HalfBusinessItem.self,
        DelegatedBody.self, UnexplainedPause.self, UnexplainedCancellation.self,
        DuplicateStep.self, UnknownStep.self, UnreachableStep.self, EndlessFlow.self, LicenceSteps.self,
        StepsOutOfOrder.self,
        UnknownSituation.self, UnusedSituation.self,
        HandlingMismatch.self, PromiseExceedsStatute.self, StepsExceedPromise.self,
        VisitReason.self, NeedlessVisitReason.self, ZeroVisits.self, OnlineVisits.self,
        OnlineAddress.self, NeedlessAddress.self,
        IncompleteFee.self, UnsaidPayment.self, FeeContradiction.self, ResultKind.self, ResultSample.self,
        MissingCopies.self, MissingIssuer.self, DuplicateMaterial.self, DuplicateQuestion.self,
        TopicAudience.self, SamePhone.self,
        DuplicateRoadmapItem.self, PrerequisiteCycle.self, LaterPrerequisite.self,
        ArticleSpelling.self, DuplicateArticle.self, ArticleWithoutText.self,
        DatesOutOfOrder.self, CalendarDay.self, MissingHoliday.self, BaseAddress.self, GovernmentHost.self,
        PaleColour.self,
        MarkupInText.self,
    ]

    /// The rules that need the whole tree.
    static let treeRules: [any TreeRule.Type] = [
        UnknownReference.self, UnknownArticle.self, UnknownParagraph.self, RepealedLaw.self, LawNotInForce.self,
        DuplicateCode.self, DuplicateName.self, AmbiguousAlias.self, CardTitle.self,
        PrerequisiteOutsideRoadmap.self, CancelledItem.self, TooManyAlternatives.self,
        SamplePart.self,
    ]

    /// The rules that also need to know the day.
    static let datedRules: [any DatedRule.Type] = [
        OverdueReview.self, FutureDate.self, ExpiredPolicy.self, LawState.self, ChangedArticle.self, DistantDate.self,
        ArticleNotInForce.self, DeletedArticle.self, LimitNotInArticle.self,
        EndedPause.self, PlannedCancellation.self, PlannedRetirement.self,
    ]

    /// Every rule there is, by name.
    package static let allRules: [any Rule.Type] =
        (formRules + fileRules.map { $0 as any Rule.Type } + treeRules.map { $0 as any Rule.Type }
        + datedRules.map { $0 as any Rule.Type })
        .sorted { $0.name < $1.name }

    /// What rules look at of the files themselves when all files are read.
    static let kept = KeptNodes(treeRules.flatMap { $0.keys } + datedRules.flatMap { $0.keys } + CodeOwner.keys)

    /// The rule of that name.
    package static func rule(named name: String) -> (any Rule.Type)? {
        allRules.first { $0.name == name }
    }

    /// What the rules about single files say of one.
    static func check(_ file: GuideFile) -> [Diagnostic] {
        guard file.root != nil else { return [] }
        var found: [Diagnostic] = []
        // Taken out once: each rule would copy the whole of it.
        guard let item = file.item else {
            for case .file(let rule) in orderedFileRules { found += rule.check(file) }
            return found
        }
        for rule in orderedFileRules {
            switch rule {
            case .item(let rule): found += rule.check(item, in: file)
            case .file(let rule): found += rule.check(file)
            }
        }
        return found
    }

    /// A rule about what one file says, by what it looks at.
    private enum OrderedRule: Sendable {
        case item(any ItemRule.Type)
        case file(any FileRule.Type)
    }

    private static let orderedFileRules = fileRules.map { rule -> OrderedRule in
        (rule as? any ItemRule.Type).map { .item($0) } ?? .file(rule)
    }

    /// All findings, those of the single files too, sorted by place.
    ///
    /// - Parameter today: The day on which reviews are due and policies expire.
    package static func check(_ tree: GuideTree, today: CalendarDate) -> [Diagnostic] {
        // One rule is one piece of work: rules see the tree, never one another.
        var found = tree.diagnostics + tree.files.flatMap(\.diagnostics)
        found += ParallelMap.map(treeRules) { $0.check(tree) }.joined()
        found += ParallelMap.map(datedRules) { $0.check(tree, today: today) }.joined()
        return found.sorted()
    }
}
