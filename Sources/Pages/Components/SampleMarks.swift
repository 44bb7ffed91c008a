internal import Guides
internal import Markup

/// How pages say that a value is a sample: nobody has published it.
enum SampleMarks {
    /// The word in a frame, to stand behind the value; nothing where it is none.
    static func chip(_ isSample: Bool) -> [Markup] {
        isSample ? [.text(" "), Components.chip(Words.sample)] : []
    }

    /// The words with 示例 in brackets, where there is no room for a frame.
    static func words(_ words: String, _ isSample: Bool) -> String {
        isSample ? words + Words.brackets(Words.sample) : words
    }
}

extension Site {
    /// 咨询电话 to tap.
    var inquiryPhone: [Markup] { [Components.phone(phone)] + SampleMarks.chip(samples.contains(KnownKey.phone)) }

    /// The host of its addresses, as pages name it.
    var hostWords: String {
        SampleMarks.words(WebAddress.host(of: baseURL) ?? "", samples.contains(KnownKey.address))
    }

    /// 监督投诉电话 to tap; nil where there is none.
    var complaintPhoneMarked: [Markup]? {
        complaintPhone.map { [Components.phone($0)] + SampleMarks.chip(samples.contains(KnownKey.complaintPhone)) }
    }
}

extension Item {
    /// 实施主体 as lists say it.
    var bodyWords: String { SampleMarks.words(body, isBodySample) }

    /// Whether nobody has published how often one has to go there.
    var areVisitsSample: Bool { written.samples(of: FileKind.item.shape).contains(KnownKey.visits) }
}
