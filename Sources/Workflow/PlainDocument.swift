import Normalization
public import Segmentation
public import Summarization
public import TextModel
import Vietnamese

/// A document given as plain text with its headline and lede apart, as summarizers see it.
public struct PlainDocument: Sendable {
  /// The document.
  public let document: SummaryDocument
  private let text: [UInt8]
  private let lead: [UInt8]
  private let spans: [TextSpan]

  /// The words of a sentence by its number, without what stands at its edges; 0 is the lede.
  public func string(_ sentence: Int) -> String {
    guard spans.indices.contains(sentence - 1) else { return String(decoding: lead, as: UTF8.self) }
    return String(decoding: text[spans[sentence - 1].range], as: UTF8.self)
  }

  /// A sentence with its number and keys.
  struct Spanned {
    let ordinal: Int
    let keys: [UInt64]
  }

  /// The sentences that belong to the article.
  var spanned: [Spanned] {
    document.sentences.filter { $0.furniture == nil }.map {
      Spanned(ordinal: $0.ordinal, keys: $0.keys)
    }
  }

  /// Reads a document; a lede becomes a sentence when there is no other, or when it may be chosen.
  /// - Throws: `ICUError` when memory runs out.
  public init(
    title: String?, lead: String?, text: String, published: String?, workbench: Workbench,
    segmenter: borrowing SentenceSegmenter, takesLede: Bool = false
  ) throws(ICUError) {
    let bytes = workbench.normalizer.normalize(text).text.bytes
    let lead = lead.map { workbench.normalizer.normalize($0).text.bytes } ?? []
    var (spans, sentences) = try workbench.sentences(bytes, segmenter)
    let titleKeys = title.map { workbench.keys(Array($0.utf8)) } ?? []
    let leadTokens = lead.isEmpty ? [] : workbench.tokenizer.tokens(lead)
    if !leadTokens.isEmpty, sentences.isEmpty || takesLede {
      let isOnly = sentences.isEmpty
      if isOnly { spans = [] }
      sentences.insert(
        workbench.summarySentence(
          lead, TextSpan(0, lead.count), tokens: leadTokens[...], ordinal: 0, isLede: true), at: 0)
    }
    self.text = bytes
    self.lead = lead
    self.spans = spans
    document = SummaryDocument(
      title: titleKeys,
      lede: sentences.first?.ordinal == 0
        ? [] : workbench.keys(of: leadTokens[...], in: lead),
      sentences: sentences, published: published.flatMap { $0.isEmpty ? nil : $0 })
  }
}

extension Workbench {
  /// The sentences of plain text as summarizers see them, without their edges, and where they stand.
  fileprivate func sentences(
    _ bytes: [UInt8], _ segmenter: borrowing SentenceSegmenter
  ) throws(ICUError) -> ([TextSpan], [SummarySentence]) {
    let pieces = try segmenter.sentences(bytes)
    let tokens = pieces.map { tokenizer.tokens(bytes, in: $0.span.range) }
    let edges = language.sentenceEdges.edges(of: pieces, tokens: tokens, in: bytes)
    var sentences: [SummarySentence] = []
    sentences.reserveCapacity(pieces.count)
    for (index, piece) in pieces.enumerated() {
      let span = edges[index].span
      var own = tokens[index][...]
      while let first = own.first, first.start < span.start { own.removeFirst() }
      while let last = own.last, last.end > span.end { own.removeLast() }
      sentences.append(
        summarySentence(
          bytes, span, tokens: own, ordinal: index + 1,
          startsInsideQuotation: piece.startsInsideQuotation, furniture: edges[index].furniture))
    }
    return (edges.map(\.span), sentences)
  }

  /// A sentence as summarizers see it. Names are words with a capital after the first; figures are
  /// numbers.
  func summarySentence(
    _ bytes: [UInt8], _ span: TextSpan, tokens: ArraySlice<Token>, ordinal: Int,
    isLede: Bool = false, startsInsideQuotation: Bool = false, furniture: String? = nil
  ) -> SummarySentence {
    var (words, names, figures) = (0, 0, 0)
    for (place, token) in tokens.enumerated() {
      if place == 0 || token.hasSpaceBefore { words += 1 }
      if token.kind == .number { figures += 1 }
      if place > 0, token.isCapitalized { names += 1 }
    }
    let opening = language.openings.opening(of: tokens, in: bytes)
    return SummarySentence(
      ordinal: ordinal, keys: keys(of: tokens, in: bytes), words: words,
      characters: bytes[span.range].count { $0 & 0xC0 != 0x80 }, isLede: isLede,
      startsInsideQuotation: startsInsideQuotation,
      pointsBack: opening?.text, needsAntecedent: opening?.isLoose == false, entities: names,
      figures: figures, furniture: furniture)
  }
}

extension Workbench {
  /// The match keys of words and of the parts of numbers: `23/10` has two.
  func keys(of tokens: ArraySlice<Token>, in bytes: [UInt8]) -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(tokens.count)
    for token in tokens where token.kind != .mark {
      guard token.kind == .number else {
        keys.append(token.key.value)
        continue
      }
      for part in bytes[token.start..<token.end].split(whereSeparator: Self.isSeparator) {
        keys.append(language.table.key(part).value)
      }
    }
    return keys
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x2C || byte == 0x3A || byte == 0x2F
  }
}
