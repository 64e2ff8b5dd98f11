import Annotation
import Reporting
import TextModel

/// Puts the brief of one article together.
struct BriefAssembly {
  let work: ArticleWork
  let article: Int
  let slug: String
  let workbench: Workbench
  let english: ArticleEnglish

  private var text: NormalizedText { work.article.text }
  private var sentences: [Sentence] { work.article.sentences }

  /// The brief of the article.
  /// - Parameter findings: what the set has to say of it. Default: nothing.
  func brief(_ summary: Summary, findings: [Finding] = []) -> Brief {
    Brief(
      id: work.source.id, origin: work.source.origin, slug: slug, headline: headline(),
      metadata: work.article.metadata, encoding: text.encoding, glance: glance(summary),
      points: summary.selections.compactMap(point), leftOut: summary.rejections.compactMap(point),
      people: people(), organizations: mentions { $0.kind == .organization },
      places: mentions { $0.kind == .place }, dates: mentions { $0.kind == .date },
      figures: mentions { [.number, .money, .percent, .measure].contains($0.kind) },
      terms: mentions { $0.kind == .term || $0.kind == .title }, quotations: quotations(),
      repairs: repairs(),
      ambiguities: work.annotated.ambiguities, unknowns: unknowns(),
      findings: work.findings + findings + summary.notes + headlineFlags())
  }

  // MARK: Points

  private func glance(_ summary: Summary) -> [Brief.Point] {
    let lede = sentences.filter { $0.role == .lede }.prefix(2)
    if lede.isEmpty {
      let best = summary.selections.max { $0.score < $1.score }
      return best.flatMap(point).map { [$0] } ?? []
    }
    return lede.map {
      point($0, score: 0, parts: [], reason: "the lede, the editor's own abstract")
    }
  }

  func point(_ candidate: Candidate) -> Brief.Point? {
    sentences.first { $0.ordinal == candidate.sentence }.map {
      point(
        $0, score: candidate.score, parts: candidate.parts, reason: candidate.reason,
        why: candidate)
    }
  }

  private func point(
    _ sentence: Sentence, score: Double, parts: [ScorePart], reason: String,
    why: Candidate? = nil
  ) -> Brief.Point {
    Brief.Point(
      article: article, sentence: sentence.ordinal, vi: text.string(sentence.span),
      english: english[sentence.span],
      span: sentence.span, source: text.source(of: sentence.span),
      annotations: annotations(in: sentence.span), score: score.rounded6,
      parts: parts.map { ScorePart($0.name, $0.value.rounded6) }, reason: reason,
      adds: why?.adds.rounded6, repeats: why?.repeats.rounded6, margin: why?.margin?.rounded6)
  }

  private func annotations(in span: TextSpan) -> [Annotation] {
    work.annotated.annotations.filter { span.contains($0.span) && isNotable($0) }.map {
      $0.moved(to: TextSpan($0.span.start - span.start, $0.span.end - span.start))
    }
  }

  /// General words and honorifics are glossed, but not listed or marked as terms.
  private func isNotable(_ annotation: Annotation) -> Bool {
    guard annotation.kind == .term || annotation.kind == .title else { return true }
    let glossary = annotation.origin.split(separator: ":").first.map(String.init) ?? ""
    return !workbench.glossaries.vocabulary.contains(glossary)
      && annotation.surface.utf8.contains(UInt8(ascii: " "))
  }

  private func headline() -> Brief.Bilingual {
    guard let block = work.article.blocks.first(where: { $0.role == .headline }) else {
      let first = sentences.first
      return .init(
        vi: first.map { text.string($0.span) } ?? work.source.origin,
        en: first.map { english[$0.span].text }, engine: first.map { english[$0.span].engine })
    }
    let line = english[block.span]
    return .init(vi: text.string(block.span), en: line.text, engine: line.engine)
  }

  /// What disagrees in the headline, which has no place of its own for it.
  private func headlineFlags() -> [Finding] {
    guard let block = work.article.blocks.first(where: { $0.role == .headline }) else { return [] }
    return english[block.span].flags.map {
      Finding(
        $0.severity, $0.code, RecordedAnswers.headline + $0.message, at: $0.place, fix: $0.fix)
    }
  }

  // MARK: Lists

  /// The persons under their full names, with their first title.
  private func people() -> [Brief.Mention] {
    var titles: [String: String] = [:]
    for person in work.annotated.persons { titles[person.name] = person.titles.first }
    return mentions { $0.kind == .person }.map { mention in
      guard let title = titles[mention.en] else { return mention }
      return Brief.Mention(
        vi: mention.vi, en: "\(mention.en), \(title)", value: nil, isInferred: false,
        sentences: mention.sentences)
    }
  }

  /// Annotations of a kind, each thing once under its full name, with all sentences that hold it.
  private func mentions(_ test: (Annotation) -> Bool) -> [Brief.Mention] {
    var order: [String] = []
    var first: [String: Annotation] = [:]
    var places: [String: [Int]] = [:]
    for annotation in work.annotated.annotations where test(annotation) && isNotable(annotation) {
      let key = (annotation.fullName ?? annotation.target) + (annotation.value ?? "")
      if first[key] == nil {
        first[key] = annotation
        order.append(key)
      }
      let sentence = sentences.first { $0.span.contains(annotation.span) }?.ordinal ?? 0
      if places[key]?.last != sentence { places[key, default: []].append(sentence) }
    }
    return order.compactMap { key in
      first[key].map {
        Brief.Mention(
          vi: $0.surface, en: $0.fullName ?? $0.target, value: $0.value, isInferred: $0.isInferred,
          sentences: places[key] ?? [])
      }
    }
  }

  private func repairs() -> [Brief.Repair] {
    text.repairs.map { edit in
      Brief.Repair(
        rule: edit.rule, source: SourceSpan(edit.start, edit.end),
        before: String(decoding: work.source.bytes[edit.start..<edit.end], as: UTF8.self),
        after: String(decoding: edit.replacement, as: UTF8.self))
    }
  }

  private func unknowns() -> [String] {
    var seen: Set<String> = []
    return work.annotated.unknowns.map { text.string($0) }.filter { seen.insert($0).inserted }
  }
}

extension Double {
  /// Six decimals: enough to tell scores apart, and the same text on every machine.
  package var rounded6: Double { (self * 1_000_000).rounded() / 1_000_000 }
}
