public import TextModel

/// An English brief of one Vietnamese article.
///
/// Law: every point is a whole sentence of the source, with the bytes it came from; rendering a brief
/// adds nothing and leaves nothing out.
public struct Brief: Hashable, Codable, Sendable {
  /// A line in both languages.
  public struct Bilingual: Hashable, Codable, Sendable {
    /// The Vietnamese, verbatim.
    public let vi: String
    /// The English; nil where there is none.
    public let en: String?
    /// The engine that made it; nil where there is none or it is not known.
    public let engine: String?

    /// Makes a line.
    public init(vi: String, en: String?, engine: String? = nil) {
      self.vi = vi
      self.en = en
      self.engine = engine
    }
  }

  /// A sentence of the source that the brief gives.
  public struct Point: Hashable, Codable, Sendable {
    /// The number of the article in a set, counted from 1.
    public internal(set) var article: Int
    /// The number of the sentence in its article, counted from 1.
    public let sentence: Int
    /// The Vietnamese sentence, verbatim after repair.
    public let vi: String
    /// The English, with its engine and what disagrees with the Vietnamese; by the gist unless another
    /// engine was chosen, then each word has its source.
    public internal(set) var english: TranslatedSentence
    /// Where the sentence stands in the normalized text, in bytes.
    public let span: TextSpan
    /// The bytes of the source it came from.
    public let source: SourceSpan
    /// English for parts of the sentence; spans are bytes of `vi`.
    public let annotations: [Annotation]
    /// Its score, the sum of the parts.
    public let score: Double
    /// What the score is made of.
    public internal(set) var parts: [ScorePart]
    /// Why it was taken or left.
    public let reason: String
    /// What it brings beside the sentences taken; nil for a lede.
    public let adds: Double?
    /// What redundancy took from it; nil for a lede.
    public let repeats: Double?
    /// How near the choice was: above 0 for a sentence taken, below 0 for one left; nil when no exchange
    /// fits.
    public let margin: Double?

    /// Makes a point.
    public init(
      article: Int, sentence: Int, vi: String, english: TranslatedSentence, span: TextSpan,
      source: SourceSpan, annotations: [Annotation], score: Double, parts: [ScorePart],
      reason: String, adds: Double? = nil, repeats: Double? = nil, margin: Double? = nil
    ) {
      self.article = article
      self.sentence = sentence
      self.vi = vi
      self.english = english
      self.span = span
      self.source = source
      self.annotations = annotations
      self.score = score
      self.parts = parts
      self.reason = reason
      self.adds = adds
      self.repeats = repeats
      self.margin = margin
    }
  }

  /// Something named in the article: a person, body, place, date or figure.
  public struct Mention: Hashable, Codable, Sendable {
    /// The Vietnamese of the first mention.
    public let vi: String
    /// The English.
    public let en: String
    /// The value of a date or figure.
    public let value: String?
    /// Whether a part of the value is inferred.
    public let isInferred: Bool
    /// The numbers of the sentences that mention it.
    public let sentences: [Int]

    /// Makes a mention.
    public init(vi: String, en: String, value: String?, isInferred: Bool, sentences: [Int]) {
      self.vi = vi
      self.en = en
      self.value = value
      self.isInferred = isInferred
      self.sentences = sentences
    }
  }

  /// One repair of the source text.
  public struct Repair: Hashable, Codable, Sendable {
    /// The rule.
    public let rule: String
    /// The bytes of the source.
    public let source: SourceSpan
    /// What stood there.
    public let before: String
    /// What stands there now.
    public let after: String

    /// Makes a repair.
    public init(rule: String, source: SourceSpan, before: String, after: String) {
      self.rule = rule
      self.source = source
      self.before = before
      self.after = after
    }
  }

  /// The SHA-256 of the source bytes.
  public let id: String
  /// Where the source came from.
  public let origin: String
  /// The name of the article's report files, without ending.
  public internal(set) var slug: String
  /// The headline; the first sentence where the page has none.
  public let headline: Bilingual
  /// What the page says of itself.
  public let metadata: ArticleMetadata
  /// How the bytes were read.
  public let encoding: SourceDocument.Encoding
  /// The lede, or the best sentence of a page without one.
  public internal(set) var glance: [Point]
  /// The points chosen, in reading order.
  public internal(set) var points: [Point]
  /// The sentences passed over, best first.
  public internal(set) var leftOut: [Point]
  /// People named, in order of first mention.
  public let people: [Mention]
  /// Bodies and organizations named.
  public let organizations: [Mention]
  /// Places named.
  public let places: [Mention]
  /// Dates, in the order they stand.
  public let dates: [Mention]
  /// Figures with their values.
  public let figures: [Mention]
  /// Terms of the glossaries, at their first mention.
  public let terms: [Mention]
  /// What stands in quotation marks, in the order it stands.
  public let quotations: [Quote]
  /// Repairs made to the text.
  public let repairs: [Repair]
  /// Senses that the evidence did not decide.
  public let ambiguities: [Ambiguity]
  /// Words that no glossary knows.
  public let unknowns: [String]
  /// What the editor should know.
  public let findings: [Finding]

  /// Makes a brief.
  public init(
    id: String, origin: String, slug: String, headline: Bilingual, metadata: ArticleMetadata,
    encoding: SourceDocument.Encoding, glance: [Point], points: [Point], leftOut: [Point],
    people: [Mention], organizations: [Mention], places: [Mention], dates: [Mention],
    figures: [Mention], terms: [Mention], quotations: [Quote] = [], repairs: [Repair],
    ambiguities: [Ambiguity], unknowns: [String], findings: [Finding]
  ) {
    self.id = id
    self.origin = origin
    self.slug = slug
    self.headline = headline
    self.metadata = metadata
    self.encoding = encoding
    self.glance = glance
    self.points = points
    self.leftOut = leftOut
    self.people = people
    self.organizations = organizations
    self.places = places
    self.dates = dates
    self.figures = figures
    self.terms = terms
    self.quotations = quotations
    self.repairs = repairs
    self.ambiguities = ambiguities
    self.unknowns = unknowns
    self.findings = findings
  }
}

extension Brief {
  /// The same brief as another article of a set.
  /// - Parameter article: its number, counted from 1.
  /// - Parameter slug: the name of its report files.
  public func placed(article: Int, slug: String) -> Brief {
    var copy = mapPoints { point in
      var point = point
      point.article = article
      return point
    }
    copy.slug = slug
    return copy
  }
}

extension SetBrief {
  /// What a diff needs of the set beside its articles: all but what was left out.
  public var outline: SetBrief {
    var copy = with(articles: [])
    copy.leftOut = []
    return copy
  }

  /// The same set with other articles, or with none, as it is stored.
  public func with(articles: [Brief]) -> SetBrief {
    var copy = self
    copy.articles = articles
    return copy
  }
}

/// What a run depended on: the same signature and inputs give the same bytes.
public struct Signature: Hashable, Codable, Sendable {
  /// The version of the tool.
  public let tool: String
  /// The version of ICU.
  public let icu: String
  /// The version of Unicode.
  public let unicode: String
  /// The version of CLDR.
  public let cldr: String
  /// The digest of all options.
  public let recipe: String
  /// The digest of the glossaries.
  public let glossaries: String
  /// The digest of the grammar; empty in a result of a version that did not name it.
  public let grammar: String
  /// The digest of all data files, the grammar too; empty in a result of a version that did not name it.
  public let data: String
  /// The digest of the inputs.
  public let inputs: String
  /// The run: a digest of all of the above.
  public let run: String

  /// Makes a signature.
  public init(
    tool: String, icu: String, unicode: String, cldr: String, recipe: String, glossaries: String,
    grammar: String = "", data: String = "", inputs: String, run: String
  ) {
    self.tool = tool
    self.icu = icu
    self.unicode = unicode
    self.cldr = cldr
    self.recipe = recipe
    self.glossaries = glossaries
    self.grammar = grammar
    self.data = data
    self.inputs = inputs
    self.run = run
  }
}

/// The brief of a set of articles.
public struct SetBrief: Hashable, Codable, Sendable {
  /// The title of the set.
  public let title: String
  /// The articles, in order of publication, then of name.
  public internal(set) var articles: [Brief]
  /// The points of the set.
  public let points: [Brief.Point]
  /// What was left out of the set's points.
  public internal(set) var leftOut: [Brief.Point]
  /// Stories that two or more articles tell.
  public let stories: [StoryBrief]
  /// Inputs that could not be read.
  public let failures: [Finding]
  /// What the result depends on.
  public let signature: Signature
  /// What changed since an earlier run, for the index; nil in a stored result and where nothing was
  /// there before.
  public var recent: RecentChanges?

  /// Makes a set.
  public init(
    title: String, articles: [Brief], points: [Brief.Point], leftOut: [Brief.Point],
    stories: [StoryBrief] = [], failures: [Finding], signature: Signature
  ) {
    self.title = title
    self.articles = articles
    self.points = points
    self.leftOut = leftOut
    self.stories = stories
    self.failures = failures
    self.signature = signature
  }
}
