/// The cards of a print run that cannot be printed, each with the reason; nothing of the run was printed.
package struct RefusedCards: Error {
    package let cards: [(job: PrintJob, error: CardError)]

    init(_ cards: [(job: PrintJob, error: CardError)]) { self.cards = cards }
}
