/// One part of a score: what it measures and what it adds. The parts of a score sum to it.
public struct ScorePart: Hashable, Codable, Sendable {
  /// The feature, such as `position`.
  public let name: String
  /// What it adds to the score.
  public let value: Double

  /// Makes a part.
  public init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }
}

/// A sentence that a summary considered.
public struct Candidate: Hashable, Codable, Sendable {
  /// The index of its document in the set.
  public let document: Int
  /// Its number in the document, counted from 1.
  public let sentence: Int
  /// Its score: the sum of the parts.
  public let score: Double
  /// What the score is made of.
  public let parts: [ScorePart]
  /// Why it was taken or left, in words.
  public let reason: String
  /// What it brings beside the sentences taken, in the unit of its method.
  public let adds: Double
  /// What redundancy took from it: what it would bring more if the others were not there.
  public let repeats: Double
  /// How near the choice was: above 0, how much worse the best exchange for it is; below, how much
  /// worse the summary would be with it. Nil when no exchange fits.
  public let margin: Double?
  /// The phrases that no other sentence taken brings: ranges of its words and numbers, counted from 0,
  /// marks left out and numbers cut at their separators. Empty for a sentence left.
  public let phrases: [Range<Int>]

  /// Makes a candidate.
  public init(
    document: Int, sentence: Int, score: Double, parts: [ScorePart], reason: String,
    adds: Double = 0, repeats: Double = 0, margin: Double? = nil, phrases: [Range<Int>] = []
  ) {
    self.document = document
    self.sentence = sentence
    self.score = score
    self.parts = parts
    self.reason = reason
    self.adds = adds
    self.repeats = repeats
    self.margin = margin
    self.phrases = phrases
  }
}

/// A summary: whole sentences of the source, and those passed over.
///
/// Law: selections are unique, verbatim and within the budget; each sentence considered stands in
/// exactly one of the two lists.
public struct Summary: Hashable, Codable, Sendable {
  /// The method, such as `lexrank`.
  public let method: String
  /// The sentences taken, in reading order.
  public let selections: [Candidate]
  /// The sentences left, best first.
  public let rejections: [Candidate]
  /// What could not be done as it was asked.
  public let notes: [Finding]

  /// Makes a summary.
  public init(
    method: String, selections: [Candidate], rejections: [Candidate], notes: [Finding] = []
  ) {
    self.method = method
    self.selections = selections
    self.rejections = rejections
    self.notes = notes
  }
}
