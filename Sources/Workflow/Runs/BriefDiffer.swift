public import Reporting
import TextModel

/// Finds what changed between two briefs of one article.
///
/// Law: no change between a brief and itself; a change between any two that are not equal in what a
/// reader sees.
public struct BriefDiffer: Sendable {
  /// Below this share of common sentences the source is called incomparable.
  private static let comparable = 0.25

  private let words: @Sendable (String) -> [String]

  /// Makes a differ.
  /// - Parameter words: cuts a text into words, for word-level differences.
  public init(words: @escaping @Sendable (String) -> [String]) { self.words = words }

  /// A differ that cuts words at white space.
  public init() {
    self.init { text in text.split(whereSeparator: \.isWhitespace).map(String.init) }
  }

  /// The changes, by kind, then in reading order.
  public func changes(from before: Brief, to after: Brief) -> [Change] {
    if before == after { return [] }
    let old = BriefSentences(before)
    let new = BriefSentences(after)
    let alignment = SentenceAlignment(old.texts, new.texts, words: words)
    var changes: [Change] = []
    if alignment.likeness < Self.comparable, !old.texts.isEmpty {
      changes.append(
        Change(
          .incomparable, "the source", before: "\(old.texts.count) sentences",
          after: "\(new.texts.count) sentences, \(percent(alignment.likeness)) the same"))
    } else {
      changes += source(alignment, old, new)
      changes += standing(alignment, old, new)
      changes += english(alignment, old, new)
    }
    changes += fields(before, after) + lists(before, after)
    changes += UnknownFields.changes(from: before, to: after, known: UnknownFields.ofBrief)
    if changes.isEmpty, let score = score(before, after) { changes.append(score) }
    return changes.enumerated().sorted {
      ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset)
    }
    .map(\.element)
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  // MARK: Sentences

  private func source(
    _ alignment: SentenceAlignment, _ old: BriefSentences, _ new: BriefSentences
  ) -> [Change] {
    alignment.links.compactMap { link in
      switch link {
      case .same: return nil
      case .edited(let before, let after):
        return Change(
          .source, "sentence edited", before: old.texts[before], after: new.texts[after],
          sentences: [new.numbers[after]],
          words: WordDiff.edits(old.texts[before], new.texts[after], words: words))
      case .removed(let index):
        return Change(
          .source, "sentence taken away", before: old.texts[index], after: nil,
          sentences: [old.numbers[index]])
      case .added(let index):
        return Change(
          .source, "sentence added", before: nil, after: new.texts[index],
          sentences: [new.numbers[index]])
      case .recut(let before, let after):
        return Change(
          .boundary, "cut elsewhere", before: old.texts[before].joined(separator: " ¶ "),
          after: new.texts[after].joined(separator: " ¶ "), sentences: Array(new.numbers[after]))
      }
    }
  }

  /// Sentences that entered or left the key points or the glance, or changed places.
  private func standing(
    _ alignment: SentenceAlignment, _ old: BriefSentences, _ new: BriefSentences
  ) -> [Change] {
    var changes: [Change] = []
    var kept: [(old: Int, new: Int)] = []
    for link in alignment.links {
      let (before, after): (Int?, Int?) =
        switch link {
        case .same(let before, let after), .edited(let before, let after): (before, after)
        case .removed(let index): (index, nil)
        case .added(let index): (nil, index)
        case .recut(let before, let after): (before.first, after.first)
        }
      let was = before.flatMap { old.ranks[$0] }
      let now = after.flatMap { new.ranks[$0] }
      let number = after.map { new.numbers[$0] } ?? before.map { old.numbers[$0] } ?? 0
      let text = after.map { new.texts[$0] } ?? before.map { old.texts[$0] } ?? ""
      if was == nil, now != nil {
        changes.append(
          Change(
            .entered, "key point", before: nil, after: text, sentences: [number]))
      } else if was != nil, now == nil {
        changes.append(
          Change(.left, "key point", before: text, after: nil, sentences: [number]))
      } else if let was, let now {
        kept.append((was, now))
      }
      let sawGlance = before.map { old.glance.contains($0) } ?? false
      let seesGlance = after.map { new.glance.contains($0) } ?? false
      if sawGlance != seesGlance {
        changes.append(
          Change(
            .glance, "at a glance", before: sawGlance ? text : nil, after: seesGlance ? text : nil,
            sentences: [number]))
      }
    }
    return changes + moves(kept, new)
  }

  private func moves(_ kept: [(old: Int, new: Int)], _ new: BriefSentences) -> [Change] {
    let before = kept.sorted { $0.old < $1.old }.map(\.new)
    let after = kept.map(\.new).sorted()
    return after.difference(from: before).insertions.compactMap { change in
      guard case .insert(_, let rank, _) = change,
        let index = new.ranks.first(where: { $0.value == rank })?.key
      else { return nil }
      return Change(
        .moved, "key point", before: nil, after: new.texts[index], sentences: [new.numbers[index]])
    }
  }

  // MARK: English

  private func english(
    _ alignment: SentenceAlignment, _ old: BriefSentences, _ new: BriefSentences
  ) -> [Change] {
    var changes: [Change] = []
    var seen: [String: Int] = [:]
    for case .same(let before, let after) in alignment.links {
      let number = new.numbers[after]
      if old.points[before].english.text != new.points[after].english.text {
        changes.append(
          Change(
            .gist, "English of a sentence", before: old.points[before].english.text,
            after: new.points[after].english.text, sentences: [number],
            words: WordDiff.edits(
              old.points[before].english.text, new.points[after].english.text,
              words: { $0.split(separator: " ").map(String.init) })))
      }
      for change in renderings(old.points[before], new.points[after], number) {
        if let index = seen[change.identity] {
          changes[index] = changes[index].adding(number)
        } else {
          seen[change.identity] = changes.count
          changes.append(change)
        }
      }
    }
    return changes
  }

  private func renderings(_ before: Brief.Point, _ after: Brief.Point, _ number: Int) -> [Change] {
    let old = Dictionary(before.annotations.map { ($0.span, $0) }) { first, _ in first }
    let new = Dictionary(after.annotations.map { ($0.span, $0) }) { first, _ in first }
    let spans = Set(old.keys).union(new.keys).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    return spans.compactMap { span in
      let was = old[span]
      let now = new[span]
      guard was?.target != now?.target || was?.value != now?.value,
        let surface = now?.surface ?? was?.surface
      else { return nil }
      return Change(
        kind(was, now), surface, before: was.map(rendering), after: now.map(rendering),
        sentences: [number], rule: now?.origin)
    }
  }

  private func rendering(_ annotation: Annotation) -> String {
    annotation.value.map { "\(annotation.target) [\($0)]" } ?? annotation.target
  }

  private func kind(_ was: Annotation?, _ now: Annotation?) -> Change.Kind {
    switch (now ?? was)?.kind {
    case .number, .money, .percent, .measure: .figure
    case .date: .date
    default: was != nil && now != nil && was?.origin != now?.origin ? .sense : .rendering
    }
  }
}

extension Change {
  /// The same change, seen in one more sentence.
  fileprivate func adding(_ number: Int) -> Change {
    Change(
      kind, subject, before: before, after: after,
      sentences: sentences.contains(number) ? sentences : sentences + [number], words: words,
      causes: causes, rule: rule)
  }
}

/// The sentences of a brief in reading order, with their standing.
struct BriefSentences {
  /// The sentences as points.
  let points: [Brief.Point]
  /// Place among the key points by index of the sentence.
  let ranks: [Int: Int]
  /// Indices of the sentences at a glance.
  let glance: Set<Int>

  var texts: [String] { points.map(\.vi) }
  var numbers: [Int] { points.map(\.sentence) }

  init(_ brief: Brief) {
    var byNumber: [Int: Brief.Point] = [:]
    for point in brief.leftOut + brief.glance + brief.points { byNumber[point.sentence] = point }
    points = byNumber.values.sorted { $0.sentence < $1.sentence }
    let index = Dictionary(
      uniqueKeysWithValues: points.enumerated().map { ($0.element.sentence, $0.offset) })
    ranks = Dictionary(
      brief.points.enumerated().compactMap { rank, point in
        index[point.sentence].map { ($0, rank) }
      }
    ) { first, _ in first }
    glance = Set(brief.glance.compactMap { index[$0.sentence] })
  }
}
