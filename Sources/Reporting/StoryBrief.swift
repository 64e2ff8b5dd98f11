/// The brief of several articles that tell the same.
public struct StoryBrief: Hashable, Codable, Sendable {
  /// A point of the story, with the articles that say it too.
  public struct Point: Hashable, Codable, Sendable {
    /// The sentence.
    public let point: Brief.Point
    /// The numbers of the other articles that say most of it; empty when only one does.
    public let alsoIn: [Int]

    /// Makes a point.
    public init(point: Brief.Point, alsoIn: [Int]) {
      self.point = point
      self.alsoIn = alsoIn
    }
  }

  /// An article that repeats another nearly word for word.
  public struct Reprint: Hashable, Codable, Sendable {
    /// The number of the article.
    public let article: Int
    /// The number of the article that it repeats.
    public let original: Int

    /// Makes a reprint.
    public init(article: Int, original: Int) {
      self.article = article
      self.original = original
    }
  }

  /// Figures of two articles that speak of the same thing and differ.
  public struct Conflict: Hashable, Codable, Sendable {
    /// A figure with the sentence it stands in.
    public struct Side: Hashable, Codable, Sendable {
      /// The number of the article.
      public let article: Int
      /// The number of the sentence.
      public let sentence: Int
      /// The figure as it stands there.
      public let figure: String
      /// The sentence.
      public let vi: String

      /// Makes a side.
      public init(article: Int, sentence: Int, figure: String, vi: String) {
        self.article = article
        self.sentence = sentence
        self.figure = figure
        self.vi = vi
      }
    }

    /// The earlier article's.
    public let first: Side
    /// The later article's.
    public let second: Side

    /// Makes a conflict.
    public init(first: Side, second: Side) {
      self.first = first
      self.second = second
    }
  }

  /// The headline of the oldest article.
  public let headline: Brief.Bilingual
  /// The numbers of the articles, oldest first.
  public let articles: [Int]
  /// The articles that count once with another.
  public let reprints: [Reprint]
  /// The points, oldest article first.
  public let points: [Point]
  /// Figures that differ between articles.
  public let conflicts: [Conflict]

  /// Makes a story.
  public init(
    headline: Brief.Bilingual, articles: [Int], reprints: [Reprint], points: [Point],
    conflicts: [Conflict]
  ) {
    self.headline = headline
    self.articles = articles
    self.reprints = reprints
    self.points = points
    self.conflicts = conflicts
  }

  /// What kind of source an article of the story is, in words.
  func role(of article: Int) -> String {
    reprints.first { $0.article == article }.map { "repeats article \($0.original)" } ?? ""
  }

  /// Where a point stands beside its own article, in words.
  static func sources(_ point: Point) -> String {
    if point.alsoIn.isEmpty { return "only in article \(point.point.article)" }
    let numbers = point.alsoIn.map(String.init).joined(separator: ", ")
    return "shared: also in article\(point.alsoIn.count == 1 ? "" : "s") \(numbers)"
  }

  /// A conflict as a sentence.
  static func text(_ conflict: Conflict) -> String {
    let (a, b) = (conflict.first, conflict.second)
    return "‘\(a.figure)’ (article \(a.article), sentence \(a.sentence)) against ‘\(b.figure)’ "
      + "(article \(b.article), sentence \(b.sentence))"
  }
}
