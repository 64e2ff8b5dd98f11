import Reporting
import TextModel

/// Figures of different articles that speak of the same thing and differ.
///
/// Two sentences speak of the same thing when they share the word after the figure and a third of the
/// names and terms of the poorer one, at least two; each has one figure with that word.
struct FigureConflicts {
  let works: [ArticleWork]
  private static let leastShared = 2

  private struct Figure {
    let article: Int
    let sentence: Int
    let surface: String
    let value: String
    let unit: String
    let topics: [String]
  }

  /// The conflicts between the articles given, earlier article first.
  func conflicts(_ articles: [Int], limit: Int) -> [StoryBrief.Conflict] {
    var byUnit: [String: [Figure]] = [:]
    var units: [String] = []
    for article in articles {
      for figure in figures(of: article) {
        if byUnit[figure.unit] == nil { units.append(figure.unit) }
        byUnit[figure.unit, default: []].append(figure)
      }
    }
    var found: [StoryBrief.Conflict] = []
    for unit in units {
      let all = byUnit[unit] ?? []
      for (index, second) in all.enumerated() {
        for first in all[..<index] where isConflict(first, second) {
          found.append(StoryBrief.Conflict(first: side(first), second: side(second)))
          if found.count == limit { return found }
        }
      }
    }
    return found
  }

  private func isConflict(_ first: Figure, _ second: Figure) -> Bool {
    guard first.article != second.article, first.value != second.value else { return false }
    let shared = first.topics.count { second.topics.contains($0) }
    return shared >= Self.leastShared
      && shared * 3 >= min(first.topics.count, second.topics.count)
  }

  private func side(_ figure: Figure) -> StoryBrief.Conflict.Side {
    let article = works[figure.article].article
    let sentence = article.sentences.first { $0.ordinal == figure.sentence }
    return StoryBrief.Conflict.Side(
      article: figure.article + 1, sentence: figure.sentence, figure: figure.surface,
      vi: sentence.map { article.string($0) } ?? "")
  }

  /// The figures of an article that stand alone with their word in their sentence.
  private func figures(of index: Int) -> [Figure] {
    let work = works[index]
    let bytes = work.article.text.bytes
    return work.article.sentences.flatMap { sentence -> [Figure] in
      let inside = work.annotated.annotations.filter { sentence.span.contains($0.span) }
      let topics = inside.filter { $0.value == nil }.map(\.target)
      let own = inside.compactMap { annotation -> Figure? in
        guard let value = annotation.value,
          [.number, .money, .percent, .measure].contains(annotation.kind)
        else { return nil }
        let rest = bytes[annotation.span.end..<sentence.span.end]
        let next = rest.drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != 0x2C && $0 != 0x2E }
        let word =
          annotation.kind == .number
          ? String(decoding: next, as: UTF8.self)
          : annotation.kind.rawValue + (value.split(separator: " ").dropFirst().first ?? "")
        return Figure(
          article: index, sentence: sentence.ordinal, surface: annotation.surface, value: value,
          unit: word, topics: topics)
      }
      return own.filter { figure in own.count { $0.unit == figure.unit } == 1 }
    }
  }
}
