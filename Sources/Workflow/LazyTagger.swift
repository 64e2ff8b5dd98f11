import Annotation
import Dispatch
import Segmentation
import Synchronization
import TextModel

/// A tagger of words that is made when the first sentence needs it, and then kept.
final class LazyTagger: Sendable {
  private let made: Mutex<WordTagger?>
  private let make: @Sendable () throws -> WordTagger

  /// Takes the way to make one.
  init(_ make: @escaping @Sendable () throws -> WordTagger) {
    made = Mutex(nil)
    self.make = make
  }

  /// Makes the tagger now, on another core: whoever asks for words before it is made waits for it.
  func prepare() { DispatchQueue.global().async { _ = self.tagger() } }

  private func tagger() -> WordTagger? {
    made.withLock { made -> WordTagger? in
      if made == nil { made = try? make() }
      return made
    }
  }

  /// The words of a range with their parts of speech; none when the data of the tagger cannot be read.
  func words(_ bytes: [UInt8], in range: Range<Int>) -> [ClassedWord] {
    tagger()?.taggedWords(bytes, in: range).map {
      ClassedWord(span: $0.span, wordClass: $0.tag.wordClass)
    } ?? []
  }
}

extension UniversalTag {
  /// The same for the choice of senses.
  fileprivate var wordClass: WordClass? {
    switch self {
    case .noun: .noun
    case .verb: .verb
    case .adjective: .adjective
    default: nil
    }
  }
}
