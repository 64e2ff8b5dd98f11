import Annotation
import Foundation
import TestSupport
import Testing
import TextModel
import Workflow

/// Press paragraphs with countries, organizations, persons, dates, figures and speakers marked by hand
/// (`Tests/Fixtures/gold/paragraphs.jsonl`).
@Suite struct ParagraphTests {
  let workbench: Workbench
  let floors: [String: Double]

  init() throws {
    workbench = try Repository.workbench()
    floors = try Repository.floors()
  }

  private struct Paragraph: Decodable {
    struct Name: Decodable {
      let text: String
      let en: [String]
    }
    struct Person: Decodable {
      let text: String
      let full: String
    }
    struct Day: Decodable {
      let text: String
      let value: String?
    }
    struct Quote: Decodable {
      let text: String
      let speaker: String?
    }
    let id: String
    let published: String
    let text: String
    let organizations: [Name]
    let countries: [Name]
    let persons: [Person]
    let dates: [Day]
    let quotes: [Quote]
  }

  /// Right and all, by what is measured, with what was missed.
  private struct Score {
    var right = 0
    var all = 0
    var misses: [String] = []

    mutating func add(_ isRight: Bool, _ note: @autoclosure () -> String) {
      all += 1
      if isRight { right += 1 } else { misses.append(note()) }
    }

    var share: Double { all == 0 ? 0 : Double(right) / Double(all) }
  }

  @Test func namesDatesAndSpeakersOfThePress() throws {
    var scores: [String: Score] = [:]
    for line in try Repository.lines("Tests/Fixtures/gold/paragraphs.jsonl") where !line.isEmpty {
      let gold = try JSONDecoder().decode(Paragraph.self, from: Data(line.utf8))
      let bytes = Array(gold.text.utf8)
      let spans = try workbench.segmenter().sentences(bytes).map(\.span)
      let found = workbench.annotator.annotate(bytes, parts: spans, published: gold.published)
      add(gold, found, to: &scores)
    }
    for name in ["countries", "organizations", "persons", "dates", "speakers"] {
      let score = try #require(scores[name])
      let floor = try #require(floors["paragraphs_\(name)"])
      #expect(score.share >= floor, "\(name) \(score.right)/\(score.all): \(score.misses)")
    }
  }

  private func add(_ gold: Paragraph, _ found: AnnotatedText, to scores: inout [String: Score]) {
    for (name, items) in [("countries", gold.countries), ("organizations", gold.organizations)] {
      for item in items {
        let targets = over(item.text, gold.text, found).map { Self.folded($0.target) }
        scores[name, default: Score()].add(
          item.en.contains { en in targets.contains { $0.contains(Self.folded(en)) } },
          "\(gold.id) \(item.text): \(targets)")
      }
    }
    for item in gold.persons {
      let persons = over(item.text, gold.text, found).filter { $0.kind == .person }
      scores["persons", default: Score()].add(!persons.isEmpty, "\(gold.id) \(item.text)")
    }
    for item in gold.dates {
      let values = over(item.text, gold.text, found).filter { $0.kind == .date }.map(\.value)
      scores["dates", default: Score()].add(
        values.contains(item.value), "\(gold.id) \(item.text) \(item.value ?? "-"): \(values)")
    }
    for item in gold.quotes {
      guard let speaker = item.speaker else { continue }
      let own = found.quotations.first { $0.text == item.text }
      let names = [own?.speaker, own?.mention].compactMap { $0 }.map(Self.folded)
      let full = gold.persons.filter { $0.text.contains(speaker) || speaker.contains($0.text) }
      let right = ([speaker] + full.map(\.full)).map(Self.folded)
      scores["speakers", default: Score()].add(
        names.contains { name in right.contains { $0.contains(name) || name.contains($0) } },
        "\(gold.id) \(speaker): \(names)")
    }
  }

  /// The annotations over any place of some words.
  private func over(_ words: String, _ text: String, _ found: AnnotatedText) -> [Annotation] {
    var spans: [TextSpan] = []
    var start = text.startIndex
    while let range = text.range(of: words, range: start..<text.endIndex) {
      let offset = text[..<range.lowerBound].utf8.count
      spans.append(TextSpan(offset, offset + words.utf8.count))
      start = range.upperBound
    }
    return found.annotations.filter { annotation in
      spans.contains { $0.overlaps(annotation.span) }
    }
  }

  private static func folded(_ text: String) -> String {
    text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
      .replacingOccurrences(of: "đ", with: "d")
  }
}
