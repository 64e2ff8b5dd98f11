import Evaluation
import Foundation
import TestSupport
import Testing
import TextModel

@testable import Translation
@testable import Workflow

/// Floors of the gist on texts that are not part of the package; without them nothing is measured.
@Suite struct TranslationQualityTests {
  private static let folder = Repository.root.deletingLastPathComponent()
    .appendingPathComponent("shared")

  private static func lines(_ path: String) -> [String]? {
    let url = folder.appendingPathComponent(path)
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    return text.split(separator: "\n").map(String.init)
  }

  private func score(_ pairs: [(String, String)]) throws -> (chrF: Double, bleu: Double) {
    let workbench = try Repository.workbench()
    let engine = workbench.gistEngine()
    let segmenter = try workbench.segmenter()
    var characters = CharacterFScore()
    var words = BLEUScore()
    for (vi, reference) in pairs {
      let bytes = Array(vi.utf8)
      let english = try segmenter.sentences(bytes)
        .map { engine.translate(bytes, in: $0.span.range).text }.joined(separator: " ")
      characters.add(english, reference: reference)
      words.add(english, reference: reference)
    }
    return (characters.value, words.value)
  }

  private func floor(_ name: String) throws -> Double {
    try #require(try Repository.floors()[name])
  }

  @Test(
    .enabled("the gold English of the seeds is not here") {
      lines("gold/000_english.txt") != nil
    })
  func theSeedsKeepTheirScore() throws {
    var pairs: [(String, String)] = []
    for seed in 0..<5 {
      let vi = try #require(Self.lines("gold/00\(seed)_sentences.txt"))
      let english = try #require(Self.lines("gold/00\(seed)_english.txt"))
      #expect(vi.count == english.count)
      pairs += zip(vi, english).map { ($0, $1) }
    }
    #expect(pairs.count == 59)
    let found = try score(pairs)
    #expect(found.chrF >= (try floor("gist_seeds_chrf2")), "\(found)")
    #expect(found.bleu >= (try floor("gist_seeds_bleu")), "\(found)")
  }

  /// The rows of the odd documents of the news set, which were never read while the engine was made.
  private func unread() throws -> [(String, String)] {
    var odd: [(String, String)] = []
    var order: [String: Int] = [:]
    for line in try #require(Self.lines("data/ntrex_dev.tsv")) {
      let cells = line.split(separator: "\t").map(String.init)
      let number = order[cells[0]] ?? order.count
      order[cells[0]] = number
      if number % 2 == 1 { odd.append((cells[1], cells[2])) }
    }
    #expect(odd.count == 510)
    return odd
  }

  /// The quarter of the segments with the highest confidence scores better than that with the lowest.
  @Test(.enabled("the news set is not here") { lines("data/ntrex_dev.tsv") != nil })
  func confidenceTellsBetterFromWorse() throws {
    let workbench = try Repository.workbench()
    let engine = workbench.gistEngine()
    var rows: [(confidence: Double, vi: String, score: Double)] = []
    for (vi, reference) in try unread() {
      let bytes = Array(vi.utf8)
      let gist = engine.translate(bytes, in: 0..<bytes.count)
      var own = CharacterFScore()
      own.add(gist.text, reference: reference)
      rows.append((gist.confidence(engine), vi, own.value))
    }
    rows.sort { ($0.confidence, $0.vi) < ($1.confidence, $1.vi) }
    let mean = { (part: ArraySlice<(confidence: Double, vi: String, score: Double)>) in
      part.reduce(0) { $0 + $1.score } / Double(part.count)
    }
    let spread = mean(rows.suffix(rows.count / 4)) - mean(rows.prefix(rows.count / 4))
    #expect(spread >= (try floor("gist_confidence_spread")), "\(spread)")
  }

  @Test(.enabled("the news set is not here") { lines("data/ntrex_dev.tsv") != nil })
  func newsKeepsItsScore() throws {
    let found = try score(unread())
    #expect(found.chrF >= (try floor("gist_news_chrf2")), "\(found)")
    #expect(found.bleu >= (try floor("gist_news_bleu")), "\(found)")
  }
}
