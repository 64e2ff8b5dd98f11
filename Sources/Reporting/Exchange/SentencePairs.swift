import TextModel

/// The sentences of a brief in reading order, with what translators need to know of them.
struct SentencePairs {
  /// One sentence with its English.
  struct Pair {
    /// The sentence.
    let point: Brief.Point
    /// Whether it is a key point.
    let isKey: Bool
    /// The terms in it: Vietnamese and English, each once.
    let terms: [(vi: String, en: String)]

    /// Whether a person approved this English for this very sentence, in the translation memory.
    var isApproved: Bool {
      let english = point.english
      return english.engine == "memory" && english.match?.similarity == 1
        && english.match?.en == english.text
    }

    /// Where the sentence came from, in English.
    var note: String { SourceLine.place(point) }
  }

  /// All sentences of the article that the brief knows.
  let pairs: [Pair]

  init(_ brief: Brief) {
    let keys = Set(brief.points.map(\.sentence))
    var seen: Set<Int> = []
    let all = (brief.points + brief.glance + brief.leftOut).filter {
      seen.insert($0.sentence).inserted
    }
    pairs = all.sorted { $0.sentence < $1.sentence }.map { point in
      Pair(point: point, isKey: keys.contains(point.sentence), terms: Self.terms(point))
    }
  }

  private static func terms(_ point: Brief.Point) -> [(vi: String, en: String)] {
    var seen: Set<String> = []
    return point.annotations.filter { $0.surface != $0.target && seen.insert($0.surface).inserted }
      .map { ($0.surface, $0.target) }
  }
}
