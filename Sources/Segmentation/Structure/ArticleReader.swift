public import TextModel
public import Vietnamese

/// Takes a page apart: roles of its parts, metadata, and the sentences of the article proper.
public struct ArticleReader: ~Copyable {
  private let cues: StructureCues
  private let rules: SentenceRules
  private let table: SyllableTable
  private let words: WordPairs
  private let tokenizer: Tokenizer
  private let segmenter: SentenceSegmenter

  /// Makes a reader; it owns an ICU iterator and stays on one thread.
  /// - Throws: `ICUError` when ICU cannot open its iterator.
  /// - Parameter words: the words that tags are made of.
  public init(
    cues: StructureCues, rules: SentenceRules, table: SyllableTable, words: WordPairs
  ) throws(ICUError) {
    self.cues = cues
    self.rules = rules
    self.table = table
    self.words = words
    tokenizer = Tokenizer(table)
    segmenter = try SentenceSegmenter(rules: rules, table: table)
  }

  /// Reads a page.
  /// - Throws: `ICUError` when memory runs out.
  /// - Parameter markup: what an HTML page says beside its text. Default: nothing.
  public borrowing func read(
    _ text: NormalizedText, markup: Markup = Markup()
  ) throws(ICUError) -> Article {
    let splitter = PieceSplitter(
      bytes: text.bytes, tokenizer: tokenizer, table: table, cues: cues, rules: rules,
      words: words, runs: hints(markup.runs))
    let pieces = TagCuts(bytes: text.bytes, tokenizer: tokenizer, cues: cues, words: words)
      .parted(
        splitter.pieces().flatMap { pictureParts($0, of: text, in: splitter) })
    let features = pieces.map { PieceFeatures($0, bytes: text.bytes) }
    let matches = zip(pieces, features).map { cues.matching($0.folded, words: $1.length) }
    let contexts = PieceContexts(
      pieces: pieces, features: features, cues: matches, table: cues,
      stamps: Stamps(bytes: text.bytes, table: table, cues: cues)
    ).all()
    let scores = pieces.indices.map {
      RoleScorer(
        features: features[$0], context: contexts[$0], cues: matches[$0], markup: pieces[$0].markup
      ).scores()
    }
    let blocks = zip(pieces, RoleDecoder.decode(scores)).map { piece, role in
      let glue = piece.glue.map { "; parted: \($0)" } ?? ""
      return Block(role: role.role, span: piece.span, reason: role.reason + glue)
    }
    let metadata = MetadataReader(text: text, blocks: blocks, cues: cues, table: table)
      .read(head: markup.head)
    return Article(
      text: text, blocks: blocks, sentences: try sentences(of: blocks, in: text),
      metadata: metadata)
  }

  /// The hints of each run; elements around the first-level heading too say nothing against it.
  private borrowing func hints(_ runs: [MarkupRun]) -> [(span: TextSpan, hints: MarkupHints)] {
    let heading = runs.first { $0.path.contains { $0.name == "h1" } }?.path ?? []
    return runs.map { run in
      let shared = zip(run.path, heading).prefix { $0 == $1 }.count
      return (span: run.span, hints: cues.markup.hints(run.path, shared: shared))
    }
  }

  /// Cuts the alternative text of a picture off the caption that follows it on the same line.
  private borrowing func pictureParts(
    _ piece: Piece, of text: NormalizedText, in splitter: PieceSplitter
  ) -> [Piece] {
    let tokens = piece.tokens
    guard
      let index = tokens.indices.dropFirst(4).first(where: {
        tokens[$0].kind == .number && tokens[$0].end - tokens[$0].start <= 2
          && text.string(tokens[$0 - 1].span).lowercased() == "ảnh"
      }), index + 1 < tokens.count
    else { return [piece] }
    var cut = tokens[index].end
    if text.bytes[cut] == UInt8(ascii: ".") { cut += 1 }
    let rest = text.bytes.trimmed(cut..<piece.span.end)
    guard tokens[index + 1].start >= rest.start || cut > tokens[index].end, !rest.isEmpty,
      !tokens.contains(where: { $0.start == rest.start && !$0.isCapitalized })
    else { return [piece] }
    var first = Piece(
      text.bytes.trimmed(piece.span.start..<cut), glue: piece.glue, bytes: text.bytes,
      tokenizer: tokenizer)
    var second = Piece(rest, glue: "picture-text", bytes: text.bytes, tokenizer: tokenizer)
    first.markup = piece.markup
    second.markup = piece.markup
    first.isGluedToNext = true
    second.isGluedToNext = piece.isGluedToNext
    return [first, second]
  }

  /// The sentences of lede and body; a body paragraph that repeats the lede is passed over.
  private borrowing func sentences(
    of blocks: [Block], in text: NormalizedText
  ) throws(ICUError) -> [Sentence] {
    var sentences: [Sentence] = []
    let ledes = blocks.filter { $0.role == .lede }.map { ShingleSet(text.string($0.span), table) }
    for (index, block) in blocks.enumerated() where block.role == .lede || block.role == .body {
      if block.role == .body, block.span.count > 40 {
        let shingles = ShingleSet(text.string(block.span), table)
        if ledes.contains(where: { $0.isNearlySame(as: shingles) }) { continue }
      }
      for piece in try segmenter.sentences(text.bytes, in: block.span.range) {
        sentences.append(
          Sentence(
            ordinal: sentences.count + 1, span: piece.span, block: index, role: block.role,
            rule: piece.rule, startsInsideQuotation: piece.startsInsideQuotation,
            endsInsideQuotation: piece.endsInsideQuotation))
      }
    }
    return sentences
  }
}

/// The pairs of neighbouring syllables of a text, to find near-duplicates.
struct ShingleSet {
  private let shingles: Set<[MatchKey]>

  init(_ text: String, _ table: SyllableTable) {
    let bytes = Array(text.utf8)
    let keys = Tokenizer(table).tokens(bytes).filter { $0.kind != .mark }.map(\.key)
    shingles = Set(zip(keys, keys.dropFirst()).map { [$0, $1] })
  }

  /// Nine pairs in ten are shared.
  func isNearlySame(as other: ShingleSet) -> Bool {
    let shared = shingles.intersection(other.shingles).count
    return shared * 10 >= 9 * shingles.union(other.shingles).count && shared > 4
  }
}
