import Annotation
import Normalization
import Segmentation
public import Terminology
public import TextModel
import Vietnamese

/// The sentences of articles, cut into words, for mining, coverage and concordances.
public struct GlossaryText: Sendable {
  /// An article that was read.
  public struct Source: Sendable {
    /// Where it came from.
    public let origin: String
    /// Its repaired text.
    public let text: NormalizedText
    /// Its sentences: headline, lede and body.
    public let spans: [TextSpan]
  }

  /// The articles, in the order given.
  public let sources: [Source]
  /// Their sentences.
  public let sentences: [MinedSentence]
}

extension Workbench {
  /// Reads articles for glossary work; those that cannot be read give findings.
  /// - Throws: `ICUError` when ICU cannot open its iterators, `DataError` when a data file is missing.
  public func glossaryText(
    _ documents: [SourceDocument]
  ) throws -> (text: GlossaryText, findings: [Finding]) {
    let reader = try articleReader()
    let segmenter = try wordSegmenter()
    var sources: [GlossaryText.Source] = []
    var sentences: [MinedSentence] = []
    var findings: [Finding] = []
    for document in documents {
      guard let normalized = try? normalizer.normalize(document.bytes, name: document.origin) else {
        findings.append(
          Finding(
            .error, "unreadable-input", "this is no text", at: .init(file: document.origin),
            fix: "give a text or HTML file"))
        continue
      }
      let article = try reader.read(normalized.text, markup: normalized.markup)
      let headline = article.blocks.filter { $0.role == .headline }.map(\.span)
      let spans = headline + article.sentences.map(\.span)
      let bytes = article.text.bytes
      for span in spans {
        sentences.append(
          MinedSentence(
            document: sources.count, text: oneLine(article.text.string(span)),
            words: segmenter.words(bytes, in: span.range)
              .flatMap { partingPlaces($0, of: bytes) }.map { minedWord(bytes, $0) }))
      }
      sources.append(.init(origin: document.origin, text: article.text, spans: spans))
    }
    return (GlossaryText(sources: sources, sentences: sentences), findings)
  }

  private func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  /// A run of capitals may be a place and a name behind it (`Nga Vladimir Putin`): two words.
  private func partingPlaces(_ span: TextSpan, of bytes: [UInt8]) -> [TextSpan] {
    let tokens = tokenizer.tokens(bytes, in: span.range)
    guard tokens.count > 1, tokens.allSatisfy(\.isCapitalized), !index.contains(tokens) else {
      return [span]
    }
    for count in (1..<tokens.count).reversed() {
      let entry = index.entries(spelled: tokens[..<count]).first
      guard let entry, entry.tag == .properName, !entry.type.isEmpty, entry.type != "person" else {
        continue
      }
      return [TextSpan(span.start, tokens[count - 1].end), TextSpan(tokens[count].start, span.end)]
    }
    return [span]
  }

  private func minedWord(_ bytes: [UInt8], _ span: TextSpan) -> MinedWord {
    let tokens = tokenizer.tokens(bytes, in: span.range)
    let words = tokens.filter { $0.kind == .word }
    let role: MinedWord.Role
    if words.isEmpty {
      role = tokens.contains { $0.kind == .number } ? .grammar : .mark
    } else {
      let tags = index.tags(spelled: tokens)
      let isHonorific = tags.first == .title && words.count == 1
      let isGrammar = isHonorific || !tags.isEmpty && !tags.contains { $0.isContent }
      let stops = words.allSatisfy { language.stopWords.contains($0.key.value) }
      role = isGrammar || (stops && tags.first?.isContent != true) ? .grammar : .content
    }
    return MinedWord(
      text: String(decoding: bytes[span.range], as: UTF8.self), key: tokens.map(\.key.value),
      role: role, isCapitalized: words.first?.isCapitalized ?? false, span: span)
  }
}
