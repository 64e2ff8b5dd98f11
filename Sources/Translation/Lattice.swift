import TextModel
import Vietnamese

/// One way to read some tokens.
struct LatticeEdge: Sendable {
  /// The tokens it covers.
  let start: Int
  /// The token after it.
  let end: Int
  /// Its preterminal, an index of `Tags.all`.
  let tag: Int
  let classes: WordClass
  /// The cost by itself; after pruning, how much worse than the best path a path through it is.
  var cost: Float
  /// The entry of the index, -1 when it comes from none.
  let entry: Int32
  /// The English of a value, or the surface of a name or unknown word.
  let text: String?
  /// The reader that found a value, such as `date` or `figure`.
  let origin: String
  /// Other entries of the same tag that were left aside.
  var alternatives: [Int32] = []
}

/// All readings of a sentence that the chart chooses among.
struct Lattice: Sendable {
  let tokens: [Token]
  var edges: [LatticeEdge]
  /// Whether each token stands inside quotation marks.
  let isQuoted: [Bool]
  /// Whether a quotation goes on after the sentence.
  let staysQuoted: Bool
  /// Whether the sentence is written in capitals, so that case says nothing.
  let isShouted: Bool
}
