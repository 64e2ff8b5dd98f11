import TextModel
import Vietnamese

/// Finds names that no glossary has: runs of capitalized words.
///
/// A run is a person when it begins with a Vietnamese family name, follows a title, or repeats a part
/// of a person named before; other runs are not labelled, rather than guessed.
struct NameFinder: Sendable {
  let surnames: Set<MatchKey>
  /// Given names of other peoples.
  let givenNames: Set<MatchKey>
  /// Small words inside foreign names: `von`, `de`, `bin`, `of`.
  let particles: Set<MatchKey>

  /// Takes the names and particles of the tables.
  init(_ tables: Annotator.Tables, _ table: SyllableTable, _ phrases: PhraseTable) {
    let names = tables.surnames.rows
    surnames = Set(names.filter { $0["kind"].isEmpty }.map { table.key($0["surname"]) })
    givenNames = Set(names.filter { !$0["kind"].isEmpty }.map { table.key($0["surname"]) })
    particles = Set(phrases.heads(.particle))
  }

  /// The run of capitalized words at a token, initials with their full stop included.
  func run(_ tokens: [Token], at start: Int, bytes: [UInt8]) -> Range<Int>? {
    guard isNameWord(tokens[start]) else { return nil }
    var end = start
    while end < tokens.count, end - start < 8 {
      let token = tokens[end]
      if end > start, !token.hasSpaceBefore, token.kind == .word { break }
      if isInitial(token), end + 1 < tokens.count, isStop(tokens[end + 1], bytes),
        !tokens[end + 1].hasSpaceBefore, end + 2 < tokens.count, tokens[end + 2].isCapitalized
      {
        end += 2
      } else if isNameWord(token) {
        end += 1
        end = hyphenated(tokens, from: end, bytes: bytes)
      } else if let next = afterParticles(tokens, start..<end) {
        end = next
      } else {
        break
      }
    }
    return start..<end
  }

  /// A name that begins with its particles: `bà von der Leyen`.
  func particleRun(_ tokens: [Token], at start: Int, bytes: [UInt8]) -> Range<Int>? {
    var end = start
    while end < tokens.count, end - start < 3, !tokens[end].isCapitalized,
      particles.contains(tokens[end].key)
    { end += 1 }
    guard end > start, end < tokens.count, !tokens[end].key.isSyllable,
      let run = run(tokens, at: end, bytes: bytes)
    else { return nil }
    return start..<run.upperBound
  }

  /// The token after `von der` in `Ursula von der Leyen`, when a capital follows there, or a word
  /// that cannot be Vietnamese: `Born to dance`.
  private func afterParticles(_ tokens: [Token], _ run: Range<Int>) -> Int? {
    guard !run.isEmpty, !tokens[run.upperBound - 1].key.isSyllable else { return nil }
    var end = run.upperBound
    while end < tokens.count, end - run.upperBound < 3, !tokens[end].isCapitalized,
      particles.contains(tokens[end].key)
    { end += 1 }
    guard end > run.upperBound, end < tokens.count else { return nil }
    if isNameWord(tokens[end]) { return end }
    return tokens[end].kind == .word && !tokens[end].key.isSyllable ? end + 1 : nil
  }

  private func hyphenated(_ tokens: [Token], from end: Int, bytes: [UInt8]) -> Int {
    guard end + 1 < tokens.count, bytes[tokens[end].start] == UInt8(ascii: "-"),
      !tokens[end].hasSpaceBefore, !tokens[end + 1].hasSpaceBefore, tokens[end + 1].kind == .word
    else { return end }
    return end + 2
  }

  private func isNameWord(_ token: Token) -> Bool { token.kind == .word && token.isCapitalized }
  private func isInitial(_ token: Token) -> Bool {
    token.isCapitalized && token.end - token.start <= 2
  }
  private func isStop(_ token: Token, _ bytes: [UInt8]) -> Bool {
    bytes[token.start] == UInt8(ascii: ".")
  }

  /// Whether a run begins with a family name and has two to four words.
  ///
  /// Of three or four the last need not be a syllable of Vietnamese: `Trần Thị Hoa Ry`.
  func isVietnamesePerson(_ tokens: ArraySlice<Token>) -> Bool {
    guard (2...4).contains(tokens.count), let first = tokens.first, let last = tokens.last,
      surnames.contains(first.key), tokens.dropLast().allSatisfy(\.key.isSyllable)
    else { return false }
    return last.key.isSyllable
      || tokens.count > 2 && last.kind == .word && !last.isAllCapitals
  }

  /// Whether a foreign name of two words or more begins with a given name.
  func isForeignPerson(_ tokens: ArraySlice<Token>) -> Bool {
    guard tokens.count > 1, let first = tokens.first else { return false }
    return givenNames.contains(first.key) && !first.isAllCapitals
      && tokens.contains { $0.kind == .word && !$0.key.isSyllable }
  }

  /// Whether most words of a run cannot be Vietnamese.
  func isForeign(_ tokens: ArraySlice<Token>) -> Bool {
    let words = tokens.filter { $0.kind == .word }
    return words.contains { !$0.key.isSyllable && $0.end - $0.start > 2 }
  }
}

/// The persons that a document has named so far.
struct PersonMemory {
  private var parts: [MatchKey: Known] = [:]

  /// A full name with the keys of its words.
  private struct Known {
    let name: String
    let keys: [MatchKey]
    let initials: [UInt8]
  }

  /// Takes note of a full name.
  mutating func remember(_ tokens: ArraySlice<Token>, name: String) {
    let words = tokens.filter { $0.kind == .word }
    let known = Known(
      name: name, keys: words.map(\.key),
      initials: name.split(separator: " ").compactMap(\.utf8.first))
    for token in words where token.end - token.start > 2 || token.key == words.last?.key {
      parts[token.key] = known
    }
    guard words.count > 1, let given = words.last?.key else { return }
    givenNames.insert(given)
    if words.count > 2 { givenPairs.insert([words[words.count - 2].key, given]) }
  }

  /// The last words of the names: what stands alone after a title, as in `Chủ tịch Phúc`.
  private(set) var givenNames: Set<MatchKey> = []
  /// The last two words of the names of three and more: `Thu Hà` of `Nguyễn Thu Hà`.
  private(set) var givenPairs: Set<[MatchKey]> = []

  /// The person that a mention means: the one with its last word whose name holds its other words,
  /// whole or as initials.
  func person(_ tokens: ArraySlice<Token>, bytes: [UInt8]) -> String? {
    let words = tokens.filter { $0.kind == .word }
    guard let last = words.last, let known = parts[last.key] else { return nil }
    let holdsAll = words.dropLast().allSatisfy { word in
      known.keys.contains(word.key)
        || word.end - word.start <= 2 && known.initials.contains(bytes[word.start])
    }
    return holdsAll ? known.name : nil
  }
}
