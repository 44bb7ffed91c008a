/// What a policy is on a day.
package enum PolicyStanding: Sendable, Hashable {
    /// Out, but in force only from that day on.
    case notYet(from: CalendarDate)
    /// In force, as far as its file says.
    case inForce
    /// In force unless somebody finds otherwise: its file says 待核.
    case unverified
    /// Over since its last day; nil where its file says so without naming one.
    case expired(lastDay: CalendarDate?)
    case repealed

    /// Whether nobody can build on it any more.
    package var isPast: Bool {
        switch self {
        case .expired, .repealed: true
        case .notYet, .inForce, .unverified: false
        }
    }
}

extension Policy {
    /// What it is on a day: a last day that is written down ends it by itself, whatever 状态 says.
    package func standing(on day: CalendarDate) -> PolicyStanding {
        if state == .repealed { return .repealed }
        if let expires {
            if expires < day { return .expired(lastDay: expires) }
        } else if state == .expired {
            return .expired(lastDay: nil)
        }
        if let effective, day < effective { return .notYet(from: effective) }
        return state == .unverified ? .unverified : .inForce
    }
}
