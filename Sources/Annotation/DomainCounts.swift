import Terminology
import TextModel

/// How many terms of each subject glossary a document has used: what it is about.
package struct DomainCounts: Sendable {
  /// Counts nothing yet.
  package init() {}

  private var counts: [Int] = []
  private var total = 0
  /// The fewest terms that make a subject.
  private static let least = 4

  /// Takes note of a term; names and general words say nothing of the subject.
  mutating func count(_ fact: TermFact) {
    guard !fact.isVocabulary, fact.tag != .properName else { return }
    let section = Int(fact.section)
    while counts.count <= section { counts.append(0) }
    counts[section] += 1
    total += 1
  }

  /// The glossary that gave at least a third of the terms, and more than any other.
  func leader(_ names: [String]) -> String? {
    guard total >= Self.least, let most = counts.max(), most * 3 >= total,
      counts.count(where: { $0 == most }) == 1, let section = counts.firstIndex(of: most)
    else { return nil }
    return names[section]
  }
}
