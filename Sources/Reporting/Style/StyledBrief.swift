import TextModel

extension SetBrief {
  /// The set with its English in a style. Vietnamese, spans and source bytes stay as they are.
  /// - Throws: `StyleError` when the table of spellings is missing from the installation.
  public func styled(_ profile: StyleProfile) throws(StyleError) -> SetBrief {
    let english = try EnglishStyle(profile)
    let stylists = articles.map { BriefStylist($0, profile, english) }
    func stylist(_ article: Int) -> BriefStylist {
      stylists.indices.contains(article - 1)
        ? stylists[article - 1] : BriefStylist(nil, profile, english)
    }
    func styled(_ points: [Brief.Point]) -> [Brief.Point] {
      var open: [Int: BriefStylist] = [:]
      return points.map { point in
        open[point.article, default: stylist(point.article)].point(point)
      }
    }
    return SetBrief(
      title: title, articles: zip(articles, stylists).map { $1.brief($0) }, points: styled(points),
      leftOut: styled(leftOut),
      stories: stories.map { story in
        StoryBrief(
          headline: stylist(story.articles.first ?? 0).headline(story.headline),
          articles: story.articles, reprints: story.reprints,
          points: zip(story.points, styled(story.points.map(\.point))).map {
            .init(point: $1, alsoIn: $0.alsoIn)
          }, conflicts: story.conflicts)
      }, failures: failures, signature: signature)
  }
}

/// Writes the English of one article in a style, in the order in which a reader meets it.
struct BriefStylist {
  private let english: EnglishStyle
  private var names: NameStyle

  init(_ brief: Brief?, _ profile: StyleProfile, _ english: EnglishStyle) {
    self.english = english
    let mentions = brief.map { $0.people + $0.places + $0.organizations } ?? []
    names = NameStyle(
      profile, names: mentions.map(\.en), persons: (brief?.people ?? []).map(\.en))
  }

  /// The brief in the style.
  func brief(_ brief: Brief) -> Brief {
    var reader = self
    let glance = brief.glance.map { reader.point($0) }
    let points = brief.points.map { reader.point($0) }
    return Brief(
      id: brief.id, origin: brief.origin, slug: brief.slug, headline: headline(brief.headline),
      metadata: brief.metadata, encoding: brief.encoding, glance: glance, points: points,
      leftOut: brief.leftOut.map(alone), people: brief.people.map(mention),
      organizations: brief.organizations.map(mention), places: brief.places.map(mention),
      dates: brief.dates.map(mention), figures: brief.figures.map(mention),
      terms: brief.terms.map(mention), quotations: brief.quotations, repairs: brief.repairs,
      ambiguities: brief.ambiguities, unknowns: brief.unknowns, findings: brief.findings)
  }

  /// A headline; it stands alone.
  func headline(_ line: Brief.Bilingual) -> Brief.Bilingual {
    .init(vi: line.vi, en: line.en.map(plain), engine: line.engine)
  }

  private func plain(_ text: String) -> String { names.dropMarks(english.text(text)) }

  private func mention(_ mention: Brief.Mention) -> Brief.Mention {
    .init(
      vi: mention.vi, en: plain(mention.en), value: mention.value, isInferred: mention.isInferred,
      sentences: mention.sentences)
  }

  /// A sentence that is read by itself: every name is in full.
  private func alone(_ point: Brief.Point) -> Brief.Point {
    var other = self
    other.names = names.fresh
    return other.point(point)
  }

  /// A sentence after those read before.
  mutating func point(_ point: Brief.Point) -> Brief.Point {
    Brief.Point(
      article: point.article, sentence: point.sentence, vi: point.vi,
      english: sentence(point.english), span: point.span, source: point.source,
      annotations: point.annotations.map(annotation), score: point.score, parts: point.parts,
      reason: point.reason, adds: point.adds, repeats: point.repeats, margin: point.margin)
  }

  private func annotation(_ term: Annotation) -> Annotation {
    Annotation(
      span: term.span, surface: term.surface, target: plain(term.target), kind: term.kind,
      origin: term.origin, evidence: term.evidence, value: term.value, isInferred: term.isInferred,
      refersTo: term.refersTo)
  }

  /// The words are styled one by one, so that each keeps its source; joined they still give the text.
  private mutating func sentence(_ sentence: TranslatedSentence) -> TranslatedSentence {
    var text = ""
    var places: [Range<Int>?] = []
    var rest = sentence.text[...]
    for word in sentence.words {
      guard let found = rest.firstRange(of: word.text) else {
        places.append(nil)
        continue
      }
      text += rest[..<found.lowerBound]
      let start = text.count
      text += word.isUnknown ? word.text : names.text(english.unquoted(word.text))
      places.append(start..<text.count)
      rest = rest[found.upperBound...]
    }
    text += sentence.words.isEmpty ? names.text(english.unquoted(String(rest))) : String(rest)
    let result = english.quoted(text)
    let letters = Array(result)
    let words = zip(sentence.words, places).map { word, place in
      place.map { word.with(text: String(letters[$0])) } ?? word
    }
    return TranslatedSentence(
      text: result, engine: sentence.engine, confidence: sentence.confidence,
      joints: sentence.joints, words: words, flags: sentence.flags, match: sentence.match)
  }
}

extension TranslatedWord {
  fileprivate func with(text: String) -> TranslatedWord {
    TranslatedWord(text: text, span: span, entry: entry, rules: rules, alternatives: alternatives)
  }
}
