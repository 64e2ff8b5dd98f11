public import TextModel
import Vietnamese

extension Workbench {
  /// The words that a sentence of a document alone brings to a summary, as they stand there.
  public func phrases(of candidate: Candidate, in document: PlainDocument) -> [String] {
    phrases(candidate, in: Array(document.string(candidate.sentence).utf8))
  }

  /// The words that a sentence of an article alone brings to a summary, as they stand there.
  public func phrases(of candidate: Candidate, in article: Article) -> [String] {
    guard let sentence = article.sentences.first(where: { $0.ordinal == candidate.sentence }) else {
      return []
    }
    return phrases(candidate, in: Array(article.text.bytes[sentence.span.range]))
  }

  private func phrases(_ candidate: Candidate, in bytes: [UInt8]) -> [String] {
    guard !candidate.phrases.isEmpty else { return [] }
    var places: [TextSpan] = []
    for token in tokenizer.tokens(bytes) where token.kind != .mark {
      let count = keys(of: [token], in: bytes).count
      places.append(contentsOf: repeatElement(token.span, count: count))
    }
    return candidate.phrases.filter { places.indices.contains($0.upperBound - 1) }.map {
      String(
        decoding: bytes[places[$0.lowerBound].start..<places[$0.upperBound - 1].end],
        as: UTF8.self)
    }
  }
}
