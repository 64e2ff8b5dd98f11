import Annotation
import Segmentation
import Summarization
public import TextModel

/// What another set of glossaries would change in articles and their briefs.
public struct GlossaryImpact: Hashable, Codable, Sendable {
  /// A place whose English changes.
  public struct Change: Hashable, Codable, Sendable {
    /// The article.
    public let file: String
    /// Where it stands, in bytes of the repaired text.
    public let span: TextSpan
    /// The Vietnamese.
    public let surface: String
    /// The English now; nil where there is none.
    public let before: String?
    /// The English then; nil where there is none.
    public let after: String?
    /// The entry or rule then, or now where nothing comes after.
    public let origin: String
    /// The number of the sentence, counted from 1; nil outside of sentences.
    public let sentence: Int?
    /// Whether the sentence is a point of the article's brief, before or after.
    public let isInBrief: Bool
  }

  /// An article whose brief would have other points.
  public struct Points: Hashable, Codable, Sendable {
    /// The article.
    public let file: String
    /// The numbers of the sentences that go.
    public let removed: [Int]
    /// The numbers of the sentences that come.
    public let added: [Int]
  }

  /// The places, by article, then in the order they stand.
  public let changes: [Change]
  /// The briefs with other points.
  public let points: [Points]
}

extension Workbench {
  /// Compares articles under these glossaries and under those of another workbench.
  /// - Throws: `ICUError` when ICU fails, `DecodingError` when a document is no text.
  public func impact(of edited: Workbench, on documents: [SourceDocument]) throws -> GlossaryImpact
  {
    let reader = try articleReader()
    let other = try edited.articleReader()
    var changes: [GlossaryImpact.Change] = []
    var points: [GlossaryImpact.Points] = []
    for document in documents {
      let before = try work(on: document, recipe: Recipe(), reader: reader)
      let after = try edited.work(on: document, recipe: Recipe(), reader: other)
      let (old, new) = (selected(before), edited.selected(after))
      changes += Self.changes(before, after, inBrief: old.union(new))
      if old != new {
        points.append(
          .init(
            file: document.origin, removed: old.subtracting(new).sorted(),
            added: new.subtracting(old).sorted()))
      }
    }
    return GlossaryImpact(changes: changes, points: points)
  }

  /// The numbers of the sentences that a brief takes.
  private func selected(_ work: ArticleWork) -> Set<Int> {
    let summary = summaryMaker.summarize(
      [work.summaryDocument], options: Recipe().summarization)
    return Set(summary?.selections.map(\.sentence) ?? [])
  }

  private static func changes(
    _ before: ArticleWork, _ after: ArticleWork, inBrief: Set<Int>
  ) -> [GlossaryImpact.Change] {
    let old = Dictionary(
      before.annotated.annotations.map { ($0.span, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(
      after.annotated.annotations.map { ($0.span, $0) }, uniquingKeysWith: { first, _ in first })
    let spans = Set(old.keys).union(new.keys).sorted {
      ($0.start, $0.end) < ($1.start, $1.end)
    }
    return spans.compactMap { span in
      let (left, right) = (old[span], new[span])
      guard left?.target != right?.target, let kept = right ?? left else { return nil }
      let sentence = before.article.sentences.first { $0.span.contains(span) }?.ordinal
      return .init(
        file: before.source.origin, span: span, surface: kept.surface, before: left?.target,
        after: right?.target, origin: kept.origin, sentence: sentence,
        isInBrief: sentence.map(inBrief.contains) ?? false)
    }
  }
}
