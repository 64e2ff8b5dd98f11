/// What a block of a page is for. docs/design/structure.md says what belongs to each.
public enum BlockRole: String, Hashable, Codable, Sendable, CaseIterable {
  case section, headline, dateline, lede, caption, related, body, credit, widget, teaser

  /// Whether the block belongs to the article proper.
  public var isKept: Bool {
    switch self {
    case .headline, .lede, .body, .dateline: true
    case .section, .caption, .related, .credit, .widget, .teaser: false
    }
  }
}

/// A part of a page with one role.
public struct Block: Hashable, Codable, Sendable {
  /// What the part is.
  public let role: BlockRole
  /// Where it stands, without the white space around it.
  public let span: TextSpan
  /// Why it has this role, in words.
  public let reason: String

  /// Makes a block.
  public init(role: BlockRole, span: TextSpan, reason: String) {
    self.role = role
    self.span = span
    self.reason = reason
  }
}

/// What a page says of itself. A field that the page does not give is nil, never guessed.
public struct ArticleMetadata: Hashable, Codable, Sendable {
  /// The headline.
  public var headline: String?
  /// When it was published: ISO 8601, as precise as the page is.
  public var published: String?
  /// The site or paper.
  public var outlet: String?
  /// The news agency credited.
  public var agency: String?
  /// The byline.
  public var author: String?
  /// The place of the dateline.
  public var place: String?
  /// The section of the site.
  public var section: String?
  /// The address of the original.
  public var url: String?

  /// Makes metadata with nothing known.
  public init() {}
}

/// A page taken apart.
///
/// Law: every visible character of the text stands in exactly one block, in order; sentences are
/// ascending, disjoint, and lie inside kept blocks.
public struct Article: Hashable, Codable, Sendable {
  /// The normalized text.
  public let text: NormalizedText
  /// The parts, in page order.
  public let blocks: [Block]
  /// The sentences of lede and body; a lede that stands twice is given once.
  public let sentences: [Sentence]
  /// What the page says of itself.
  public let metadata: ArticleMetadata

  /// Makes an article.
  public init(
    text: NormalizedText, blocks: [Block], sentences: [Sentence], metadata: ArticleMetadata
  ) {
    self.text = text
    self.blocks = blocks
    self.sentences = sentences
    self.metadata = metadata
  }

  /// The text of a sentence.
  public func string(_ sentence: Sentence) -> String { text.string(sentence.span) }
}

/// One sentence.
public struct Sentence: Hashable, Codable, Sendable {
  /// Its number in the document, counted from 1.
  public let ordinal: Int
  /// Where it stands, without the white space around it.
  public let span: TextSpan
  /// The index of its block in the article; 0 for plain text.
  public let block: Int
  /// Whether it stands in the lede or in the body.
  public let role: BlockRole
  /// The rule that ended it, such as `full-stop`.
  public let rule: String
  /// Whether it begins inside a quotation that an earlier sentence opened.
  public let startsInsideQuotation: Bool
  /// Whether it ends inside a quotation that a later sentence closes.
  public let endsInsideQuotation: Bool

  /// Makes a sentence.
  public init(
    ordinal: Int, span: TextSpan, block: Int, role: BlockRole, rule: String,
    startsInsideQuotation: Bool = false, endsInsideQuotation: Bool = false
  ) {
    self.ordinal = ordinal
    self.span = span
    self.block = block
    self.role = role
    self.rule = rule
    self.startsInsideQuotation = startsInsideQuotation
    self.endsInsideQuotation = endsInsideQuotation
  }
}
