package import Annotation
package import TextModel
import Vietnamese

/// Translates Vietnamese sentences into English by glossary and grammar.
///
/// Tokens, then a lattice of words, values and names, then a chart with a weighted synchronous
/// grammar, then English. docs/design/translation.md tells how and how well.
package struct GistEngine: Sendable {
  /// The data tables of the engine.
  package struct Tables: Sendable {
    let grammar: DataTable
    let pairs: DataTable
    let english: DataTable
    let frames: DataTable
    let confidence: DataTable
    /// The path of the grammar, for messages.
    let grammarFile: String

    /// Takes the tables of Data/.
    package init(
      grammar: DataTable, pairs: DataTable, english: DataTable, frames: DataTable,
      confidence: DataTable, grammarFile: String
    ) {
      self.grammar = grammar
      self.pairs = pairs
      self.english = english
      self.frames = frames
      self.confidence = confidence
      self.grammarFile = grammarFile
    }
  }

  /// The longest run of tokens that is parsed as a whole.
  static let runLimit = 80

  let reader: LatticeReader
  let builder: LatticeBuilder
  let pruner: LatticePruner
  let grammar: Grammar
  let forms: EnglishForms
  let confidenceModel: ConfidenceModel
  /// What is wrong with the grammar file.
  package let findings: [Finding]

  /// Makes an engine.
  /// - Parameter userGlossaries: how many of the first glossaries are the user's: where one has a sense
  ///   that holds, the others' are not asked.
  package init(reader: LatticeReader, tables: Tables, userGlossaries: Int = 0) {
    var grammarReader = GrammarReader(file: tables.grammarFile, keys: reader.keys)
    grammar = grammarReader.read(tables.grammar)
    findings = grammarReader.findings
    self.reader = reader
    forms = EnglishForms(tables.english)
    builder = LatticeBuilder(
      reader: reader,
      senses: SenseTable(reader: reader, frames: tables.frames, forms: forms),
      forms: forms, literals: grammar.literals,
      userEntries: reader.entryCount(ofFirst: userGlossaries))
    pruner = LatticePruner(pairs: TagPairs(tables.pairs))
    confidenceModel = ConfidenceModel(tables.confidence)
  }

  /// Translates one sentence by itself.
  /// - Parameters:
  ///   - range: its bytes in the text.
  ///   - published: the article's date in ISO 8601, for senses that hold in a period.
  package func translate(
    _ bytes: [UInt8], in range: Range<Int>, published: String? = nil
  ) -> GistSentence {
    var context = GistContext()
    return translate(bytes, in: range, published: published, context: &context)
  }

  /// Translates the next sentence of a text.
  /// - Parameter context: what the sentences before it said; this one is added.
  package func translate(
    _ bytes: [UInt8], in range: Range<Int>, published: String?, context: inout GistContext
  ) -> GistSentence {
    var lattice = builder.lattice(bytes, in: range, published: published, context: context)
    guard !lattice.tokens.isEmpty else { return GistSentence.empty }
    pruner.prune(&lattice)
    var derivation = Derivation()
    for run in runs(lattice, bytes) {
      let chart = Chart(grammar, edges: lattice.edges, tokens: lattice.tokens, in: run)
      derivation.append(chart, grammar: grammar, in: run)
    }
    let generator = Generator(
      grammar: grammar, forms: forms, reader: reader, lattice: lattice, derivation: derivation,
      context: context)
    var words = generator.words()
    MarkPlacer(lattice: lattice, bytes: bytes).place(&words)
    let text = Surface(forms: forms).finish(&words, capitalizesStart: true)
    let sentence = GistSentence(
      text: text, words: words, lattice: lattice, derivation: derivation)
    context.note(sentence, self)
    return sentence
  }

  /// Cuts the sentence where it is too long for one chart: after a mark, else anywhere.
  private func runs(_ lattice: Lattice, _ bytes: [UInt8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    let count = lattice.tokens.count
    while count - start > Self.runLimit {
      let limit = start + Self.runLimit
      let crossing = { (cut: Int) in
        lattice.edges.contains { $0.start < cut && $0.end > cut && $0.cost <= 0 }
      }
      let mark = (start + 20..<limit).last { lattice.tokens[$0].kind == .mark }
      var cut = mark.map { $0 + 1 } ?? limit
      while cut > start + 1, crossing(cut) { cut -= 1 }
      runs.append(start..<cut)
      start = cut
    }
    runs.append(start..<count)
    return runs
  }
}

/// A sentence with its English.
package struct GistSentence: Sendable {
  /// The English.
  package let text: String
  let words: [EnglishWord]
  let lattice: Lattice
  let derivation: Derivation

  static let empty = GistSentence(
    text: "", words: [],
    lattice: Lattice(
      tokens: [], edges: [], isQuoted: [], staysQuoted: false, isShouted: false),
    derivation: Derivation())
}
