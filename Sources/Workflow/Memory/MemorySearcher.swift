import Foundation
public import TextModel
import Translation
import Vietnamese

/// Finds sentences of a memory that are like another.
public struct MemorySearcher: Sendable {
  private let memory: TranslationMemory

  init(_ units: [MemoryUnit], tokenizer: Tokenizer) {
    memory = TranslationMemory(units, tokenizer: tokenizer)
  }

  /// The approved sentence itself, and those like it, most like first.
  /// - Parameter threshold: how like they must be, from 0 to 1.
  public func alike(_ text: String, threshold: Double, limit: Int) -> [MemoryMatch] {
    let exact = memory.exact(text)
    let others = memory.matches(for: text, threshold: threshold, limit: limit + 1)
      .filter { $0.vi != exact?.vi }
    return Array(([exact].compactMap { $0 } + others).prefix(limit))
  }
}

extension MemoryBook {
  /// A searcher over the approved units.
  public func search(language: LanguageData) -> MemorySearcher {
    MemorySearcher(units, tokenizer: Tokenizer(language.table))
  }

  /// The units that hold some words in either language; case and marks do not matter.
  public func units(holding words: String) -> [MemoryUnit] {
    let wanted = Self.folded(MemoryUnit.plain(words))
    if wanted.isEmpty { return [] }
    return units.filter {
      Self.folded($0.vi).contains(wanted) || Self.folded($0.en).contains(wanted)
    }
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().folding(options: .diacriticInsensitive, locale: nil)
      .replacing("đ", with: "d")
  }
}
