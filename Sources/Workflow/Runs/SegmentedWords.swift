import Foundation
import Segmentation
import Synchronization
import TextModel
import Vietnamese

/// Cuts texts into words by the segmenter, which is made when the first text comes.
public final class SegmentedWords: Sendable {
  private let made = Mutex<WordSegmenter?>(nil)
  private let make: @Sendable () throws -> WordSegmenter

  /// Words as the glossaries and weights of a run know them; where they cannot be read, white space cuts.
  public convenience init(_ run: RunContents) {
    self.init {
      let language = try LanguageData(DataFiles(run.data))
      let tokenizer = Tokenizer(language.table)
      return WordSegmenter(
        lexicon: GlossarySet(run.glossaries).lexicon(tokenizer), model: try language.wordModel(),
        rules: language.sentenceRules, tokenizer: tokenizer)
    }
  }

  init(_ make: @escaping @Sendable () throws -> WordSegmenter) { self.make = make }

  /// The words of a text, in order.
  public func callAsFunction(_ text: String) -> [String] {
    let segmenter = made.withLock { made -> WordSegmenter? in
      if made == nil { made = try? make() }
      return made
    }
    guard let segmenter else {
      return text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    let bytes = Array(text.utf8)
    return segmenter.words(bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }
}
