internal import QRSymbols
internal import Synchronization

/// A prover that one thread may use after another.
final class SharedProver: Sendable {
    /// What is proved.
    struct Side: Sendable {
        var png: [UInt8]
        var symbol: QRSymbol
        var placement: SymbolPlacement
        /// Whether a picture lies on it, which could bring a symbol of its own.
        var hasPictures: Bool
    }

    private let prover: Mutex<CardProver>

    init(_ prover: sending CardProver) { self.prover = Mutex(prover) }

    func prove(_ side: Side, saying address: String) -> Result<CardProof, CardProofFailure> {
        prover.withLock { prover in
            do throws(CardProofFailure) {
                return .success(
                    try prover.prove(
                        png: side.png, shows: side.symbol, at: side.placement, saying: address, alone: side.hasPictures)
                )
            } catch {
                return .failure(error)
            }
        }
    }
}
