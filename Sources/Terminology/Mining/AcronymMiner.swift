/// Proposes acronyms that a text explains: `Bộ Ngoại giao (BNG)`.
///
/// The letters must be the initials of the syllables before the bracket, in order; small function words
/// between them may be passed over. Source: Schwartz and Hearst 2003, with initials only.
public struct AcronymMiner {
  private let isKnown: ([UInt64]) -> Bool

  /// Makes a miner.
  /// - Parameter isKnown: whether a glossary has a term with these keys.
  public init(isKnown: @escaping ([UInt64]) -> Bool) { self.isKnown = isKnown }

  /// The acronyms with their full forms, in the order they stand; each once.
  public func candidates(_ sentences: [MinedSentence]) -> [TermCandidate] {
    var order: [[UInt64]] = []
    var found: [[UInt64]: (vi: String, full: String, context: String)] = [:]
    for sentence in sentences {
      for index in sentence.words.indices.dropFirst() {
        guard let full = fullForm(sentence.words, before: index) else { continue }
        let word = sentence.words[index]
        if isKnown(word.key) || found[word.key] != nil { continue }
        order.append(word.key)
        found[word.key] = (word.text, full, sentence.text)
      }
    }
    return order.compactMap { key in
      guard let (vi, full, context) = found[key] else { return nil }
      let uses = sentences.map { s in (s.document, s.words.count { $0.key == key }) }
        .filter { $0.1 > 0 }
      return TermCandidate(
        kind: .acronym, vi: vi, full: full, count: uses.reduce(0) { $0 + $1.1 },
        documents: Set(uses.map(\.0)).count, cValue: 0, keyness: 0, contexts: [context])
    }
  }

  /// The full form that ends before the bracket around a word; nil when the letters do not fit.
  private func fullForm(_ words: [MinedWord], before index: Int) -> String? {
    let letters = Array(words[index].text)
    guard words[index - 1].text == "(", letters.count > 1, letters.count <= 10,
      letters.allSatisfy({ $0.isUppercase || $0 == "-" || $0 == "&" }),
      index + 1 < words.count, words[index + 1].text == ")"
    else { return nil }
    let syllables = words[..<(index - 1)].reversed().prefix { $0.role != .mark }.reversed()
      .flatMap { $0.text.split(separator: " ").map(String.init) }
    var wanted = letters.filter(\.isLetter)[...]
    var start: Int?
    for position in syllables.indices.reversed() {
      guard let letter = wanted.last else { break }
      if syllables.count - position > letters.count * 2 + 2 { return nil }
      if syllables[position].first?.uppercased() == String(letter) {
        wanted = wanted.dropLast()
        start = position
      }
    }
    guard wanted.isEmpty, let start else { return nil }
    return syllables[start...].joined(separator: " ")
  }
}
