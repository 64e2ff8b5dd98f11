/// What changed between two runs.
///
/// Law: the diff of a run with itself is empty.
public struct RunDiff: Hashable, Codable, Sendable {
  /// One of the two runs.
  public struct Side: Hashable, Codable, Sendable {
    /// What the user called it.
    public let name: String
    /// The title of its set.
    public let title: String
    /// What its result depends on.
    public let signature: Signature

    /// Makes a side.
    public init(name: String, title: String, signature: Signature) {
      self.name = name
      self.title = title
      self.signature = signature
    }
  }

  /// The earlier run.
  public let before: Side
  /// The later run.
  public let after: Side
  /// The articles that changed, those with changed figures first, then in the order of the later run.
  public let articles: [ArticleDiff]
  /// Changes of the set's own points.
  public let set: [Change]
  /// How many articles are the same in both.
  public let unchanged: Int
  /// The articles that are the same in both.
  public let same: [SameArticle]
  /// How measures of the articles moved; empty when too few articles stand in both.
  public let metrics: [MetricDelta]
  /// How many articles changed whose causes were not all looked for, because that would take too long.
  public let untried: Int

  /// An article that did not change.
  public struct SameArticle: Hashable, Codable, Sendable {
    /// What the article is known by.
    public let key: String
    /// Its headline.
    public let headline: Brief.Bilingual

    /// Makes an article.
    public init(key: String, headline: Brief.Bilingual) {
      self.key = key
      self.headline = headline
    }
  }

  /// Makes a diff.
  public init(
    before: Side, after: Side, articles: [ArticleDiff], set: [Change], same: [SameArticle],
    metrics: [MetricDelta], untried: Int = 0
  ) {
    self.before = before
    self.after = after
    self.articles = articles
    self.set = set
    self.unchanged = same.count
    self.same = same
    self.metrics = metrics
    self.untried = untried
  }

  /// The same diff with other changes, such as those whose causes are known.
  /// - Parameter untried: how many articles were left without a search for causes.
  public func with(articles: [ArticleDiff], set: [Change], untried: Int) -> RunDiff {
    RunDiff(
      before: before, after: after, articles: articles, set: set, same: same, metrics: metrics,
      untried: untried)
  }

  /// Whether nothing changed.
  public var isEmpty: Bool { articles.isEmpty && set.isEmpty }

  /// All changes, of the articles and of the set.
  public var changes: [Change] { articles.flatMap(\.changes) + set }
}

/// What changed in one article.
public struct ArticleDiff: Hashable, Codable, Sendable {
  /// Whether the article stands in both runs.
  public enum Status: String, Codable, Sendable {
    /// Only in the later run.
    case added
    /// Only in the earlier run.
    case gone
    /// In both, with changes.
    case changed
  }

  /// What the article is known by in both runs: its address, or where it was read.
  public let key: String
  /// The headline, of the later run where it stands there.
  public let headline: Brief.Bilingual
  /// Whether it stands in both runs.
  public let status: Status
  /// What changed, by kind, then in reading order.
  public let changes: [Change]

  /// Makes the diff of an article.
  public init(key: String, headline: Brief.Bilingual, status: Status, changes: [Change]) {
    self.key = key
    self.headline = headline
    self.status = status
    self.changes = changes
  }
}

extension ArticleDiff {
  /// The same article with other changes.
  public func with(changes: [Change]) -> ArticleDiff {
    ArticleDiff(key: key, headline: headline, status: status, changes: changes)
  }
}

/// One change between two runs.
public struct Change: Hashable, Codable, Sendable {
  /// What kind of thing changed; the order is the order of reports.
  public enum Kind: String, Codable, Sendable, CaseIterable, Comparable {
    /// A figure or its value.
    case figure
    /// A date or its value.
    case date
    /// The source changed so much that its sentences cannot be compared.
    case incomparable
    /// A sentence of the source was edited, added or taken away.
    case source
    /// A sentence of the same words begins or ends elsewhere.
    case boundary
    /// A sentence entered the key points.
    case entered
    /// A sentence left the key points.
    case left
    /// A sentence stands elsewhere among the key points.
    case moved
    /// The line at a glance.
    case glance
    /// The English of a term or name, from the same entry.
    case rendering
    /// The English of a term or name, from another entry or another sense.
    case sense
    /// The English of a sentence.
    case gist
    /// A story: its articles, its points.
    case story
    /// The headline or its English.
    case headline
    /// What the page says of itself.
    case metadata
    /// A repair of the text.
    case repair
    /// A name, term, doubt or unknown word in the lists.
    case list
    /// A finding.
    case finding
    /// Scores and reasons, with the same choice.
    case score

    /// In the order of reports.
    public static func < (left: Kind, right: Kind) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// What kind of thing changed.
  public let kind: Kind
  /// What changed, in a few words: a field, a term, `sentence 3`.
  public let subject: String
  /// What stood there; nil when nothing did.
  public let before: String?
  /// What stands there now; nil when nothing does.
  public let after: String?
  /// The numbers of the sentences concerned, of the later run where they stand there.
  public let sentences: [Int]
  /// The words that changed, where both sides are running text.
  public let words: [WordEdit]
  /// What made the change; empty when it was not looked for or not found.
  public let causes: [Cause]
  /// The rule or entry that gave what stands there now; nil where none did, or where the text names it.
  public let rule: String?

  /// Makes a change.
  public init(
    _ kind: Kind, _ subject: String, before: String?, after: String?, sentences: [Int] = [],
    words: [WordEdit] = [], causes: [Cause] = [], rule: String? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.before = before
    self.after = after
    self.sentences = sentences
    self.words = words
    self.causes = causes
    self.rule = rule
  }

  /// The same change with its causes.
  public func caused(by causes: [Cause]) -> Change {
    Change(
      kind, subject, before: before, after: after, sentences: sentences, words: words,
      causes: causes, rule: rule)
  }

  /// What makes two changes the same: kind, subject and both texts, not where they stand.
  public var identity: String {
    [kind.rawValue, subject, before ?? "\u{0}", after ?? "\u{0}"].joined(separator: "\u{1F}")
  }
}

/// A piece of a text that stayed, went, came or moved.
public struct WordEdit: Hashable, Codable, Sendable {
  /// What became of the piece.
  public enum Operation: String, Codable, Sendable {
    /// It stands in both texts.
    case same
    /// It stands only in the earlier one.
    case removed
    /// It stands only in the later one.
    case added
    /// It left this place for another.
    case movedAway
    /// It came to this place from another.
    case movedHere
  }

  /// What became of it.
  public let operation: Operation
  /// The words, with the spaces between them.
  public let text: String
  /// Whether the piece follows the one before without a space.
  public let isGlued: Bool

  /// Makes an edit.
  public init(_ operation: Operation, _ text: String, isGlued: Bool = false) {
    self.operation = operation
    self.text = text
    self.isGlued = isGlued
  }
}

/// What made a change, found by running again with one thing changed at a time.
public struct Cause: Hashable, Codable, Sendable {
  /// What kind of thing.
  public enum Factor: String, Codable, Sendable {
    /// The bytes of the article.
    case input
    /// One row of a glossary.
    case glossary
    /// An option of the run.
    case option
    /// Weights that were fitted, of one data file.
    case weights
    /// Another data file: cues, word lists, the grammar.
    case data
    /// An approved sentence of the translation memory.
    case memory
    /// The answers of an outside engine, which cannot be asked again.
    case engine
    /// The program and the libraries it stands on: another version.
    case version
    /// The other articles of the set.
    case set
  }

  /// What kind of thing.
  public let factor: Factor
  /// Which one, with both values.
  public let detail: String
  /// Whether the change needs other causes beside this one.
  public let isJoint: Bool

  /// Makes a cause.
  public init(_ factor: Factor, _ detail: String, isJoint: Bool = false) {
    self.factor = factor
    self.detail = detail
    self.isJoint = isJoint
  }
}

/// How a measure of the articles moved from one run to the other.
public struct MetricDelta: Hashable, Codable, Sendable {
  /// What is measured, for each article.
  public let name: String
  /// The mean of the earlier run.
  public let before: Double
  /// The mean of the later run.
  public let after: Double
  /// The 95 % interval of the paired difference.
  public let interval: [Double]
  /// How many articles stand in both runs.
  public let articles: Int

  /// Makes a delta.
  public init(name: String, before: Double, after: Double, interval: [Double], articles: Int) {
    self.name = name
    self.before = before
    self.after = after
    self.interval = interval
    self.articles = articles
  }
}
