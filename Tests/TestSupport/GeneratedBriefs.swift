public import Reporting
import TextModel

/// Briefs made of seeded pieces, for laws about results.
public struct GeneratedBriefs {
  private var generator: SeededGenerator
  private let tellsWords: Bool

  /// Briefs that follow from a seed.
  /// - Parameter tellsWords: whether English has its words and scores their parts. Default: no.
  public init(seed: UInt64, tellsWords: Bool = false) {
    generator = SeededGenerator(seed: seed)
    self.tellsWords = tellsWords
  }

  private static let words = [
    "Nga", "Mỹ", "đàm phán", "an ninh", "“không”", "hôm nay", "ba", "1.200", "NATO", "đại sứ", "~/",
  ]

  private mutating func sentence() -> String {
    generator.text(of: Self.words.map { $0 + " " }, count: Int.random(in: 1...9, using: &generator))
      + "."
  }

  /// The words of an English text, with all that could be taken for JSON.
  private func words(of text: String) -> [TranslatedWord] {
    if !tellsWords { return [] }
    return text.split(separator: " ").map { word in
      TranslatedWord(
        text: String(word), span: TextSpan(0, 3), entry: #"a\"],"words":[{"b"#, rules: ["[", "]]"],
        alternatives: [#""words":["#, "}"])
    }
  }

  /// A point with a sentence, its English and a term.
  private mutating func point(_ number: Int) -> Brief.Point {
    let text = sentence()
    let end = text.utf8.count
    let isMarked = Bool.random(using: &generator)
    let english = sentence()
    return Brief.Point(
      article: 1, sentence: number, vi: text,
      english: TranslatedSentence(
        text: english, engine: "gist", confidence: 1, joints: 0, words: words(of: english)),
      span: TextSpan(0, end),
      source: SourceSpan(0, end),
      annotations: isMarked
        ? [
          Annotation(
            span: TextSpan(0, min(3, end)), surface: "Nga", target: "Russia",
            kind: .place, origin: "places:Nga", evidence: nil)
        ] : [],
      score: Double(Int.random(in: 0...100, using: &generator)) / 100,
      parts: tellsWords ? [ScorePart("[parts]", 0.5)] : [], reason: "seeded")
  }

  /// A brief of some sentences; the origin says which article it is.
  public mutating func brief(_ origin: String) -> Brief {
    let points = (1...Int.random(in: 1...8, using: &generator)).map { point($0) }
    let chosen = Set(points.indices.filter { _ in Bool.random(using: &generator) })
    let number = Int.random(in: 1...999, using: &generator)
    return Brief(
      id: String(number), origin: origin, slug: origin,
      headline: .init(vi: sentence(), en: sentence()), metadata: ArticleMetadata(),
      encoding: .init(name: "UTF-8", confidence: 1, evidence: "generated"),
      glance: Array(points.prefix(1)),
      points: points.indices.filter(chosen.contains).map { points[$0] },
      leftOut: points.indices.filter { !chosen.contains($0) }.map { points[$0] }, people: [],
      organizations: [], places: [], dates: [],
      figures: [
        .init(
          vi: "\(number)", en: "\(number)", value: "\(number)", isInferred: false, sentences: [1])
      ], terms: [], repairs: [], ambiguities: [], unknowns: [], findings: [])
  }

  /// A story of articles, with points, reprints and figures that differ.
  private mutating func story(_ articles: [Brief]) -> StoryBrief {
    let numbers = articles.indices.map { $0 + 1 }.filter { _ in Bool.random(using: &generator) }
    let side = { (number: Int) in
      StoryBrief.Conflict.Side(
        article: number, sentence: 1, figure: "\(number * 7)", vi: articles[number - 1].headline.vi)
    }
    return StoryBrief(
      headline: .init(vi: sentence(), en: sentence()), articles: numbers,
      reprints: numbers.dropFirst(2).map { .init(article: $0, original: numbers[0]) },
      points: numbers.compactMap { number in
        articles[number - 1].points.first.map {
          .init(point: $0, alsoIn: numbers.filter { $0 != number })
        }
      },
      conflicts: zip(numbers, numbers.dropFirst()).map { .init(first: side($0), second: side($1)) })
  }

  /// A set of articles; a share of them is that of another set.
  public mutating func set(keeping other: SetBrief? = nil) -> SetBrief {
    var articles: [Brief] = []
    for number in 0..<Int.random(in: 0...5, using: &generator) {
      let known = other?.articles.first { $0.origin == "a\(number)" }
      articles.append(
        Bool.random(using: &generator) ? known ?? brief("a\(number)") : brief("a\(number)"))
    }
    articles = articles.enumerated().map {
      $0.element.placed(article: $0.offset + 1, slug: $0.element.origin)
    }
    let stories = (0..<Int.random(in: 0...2, using: &generator)).map { _ in story(articles) }
    return SetBrief(
      title: sentence(), articles: articles, points: articles.flatMap { $0.points.prefix(1) },
      leftOut: articles.flatMap { $0.leftOut.prefix(1) }, stories: stories, failures: [],
      signature: Signature(
        tool: "0", icu: "0", unicode: "0", cldr: "0", recipe: "r", glossaries: "g", inputs: "i",
        run: String(repeating: "0", count: 64)))
  }
}
