/// An element of a page around a run of text.
public struct MarkupElement: Hashable, Codable, Sendable {
  /// The tag's name, such as `figcaption`.
  public let name: String
  /// The words of its class, id, role and itemprop, in lower case.
  public let words: [String]

  /// Makes an element.
  public init(name: String, words: [String]) {
    self.name = name
    self.words = words
  }
}

/// A run of text of a page with the elements around it, outermost first.
public struct MarkupRun: Hashable, Codable, Sendable {
  /// Where the run stands in the text.
  public let span: TextSpan
  /// The elements around it.
  public let path: [MarkupElement]

  /// Makes a run.
  public init(span: TextSpan, path: [MarkupElement]) {
    self.span = span
    self.path = path
  }
}

/// What a page's markup says beside its text.
public struct Markup: Hashable, Codable, Sendable {
  /// The runs of the visible text, in order.
  public var runs: [MarkupRun] = []
  /// What the head of the page says of the article.
  public var head = ArticleMetadata()

  /// No markup.
  public init() {}
}
