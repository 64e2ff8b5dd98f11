import Annotation
import Terminology
import Vietnamese

/// What the sentences of a document before one say about it: its subject, the country named last, and
/// whether a name is a man's or a woman's. Made of the Vietnamese alone, so it does not matter whose English
/// a sentence got.
package struct GistContext: Sendable {
  /// The country named last, ISO 3166.
  private(set) var country: String?
  /// What the terms so far belong to.
  private(set) var domains = DomainCounts()
  /// Whether the next sentence begins inside a quotation.
  private(set) var isQuoted = false
  /// The sentences since it was opened.
  private var quotedFor = 0
  /// The longest quotation, in sentences; beyond it a mark was lost.
  private static let longestQuotation = 8
  /// The pronoun of names by the key of their last word.
  private var pronouns: [MatchKey: String] = [:]

  /// Knows nothing yet.
  package init() {}

  /// The pronoun that stands for a name, by the key of its last word.
  func pronoun(_ key: MatchKey) -> String? { pronouns[key] }

  /// Takes note of the words that a sentence was read as.
  mutating func note(_ sentence: GistSentence, _ engine: GistEngine) {
    let lattice = sentence.lattice
    quotedFor = lattice.staysQuoted && isQuoted ? quotedFor + 1 : 0
    isQuoted = lattice.staysQuoted && quotedFor < Self.longestQuotation
    let edges = sentence.derivation.nodes.compactMap { $0.edge < 0 ? nil : lattice.edges[$0.edge] }
      .sorted { $0.start < $1.start }
    for (index, edge) in edges.enumerated() {
      if edge.entry >= 0 {
        engine.reader.count(edge.entry, in: &domains)
        country = engine.reader.country(edge.entry) ?? country
      }
      guard edge.tag == Tags.name, index > 0, let title = edges[index - 1].honorific,
        let pronoun = engine.forms.pronoun(forHonorific: engine.reader.entry(title).en)
      else { continue }
      pronouns[lattice.tokens[edge.end - 1].key] = pronoun
    }
  }
}

extension LatticeEdge {
  /// The entry of a courtesy title.
  fileprivate var honorific: Int32? { classes.contains(.honorific) ? entry : nil }
}
