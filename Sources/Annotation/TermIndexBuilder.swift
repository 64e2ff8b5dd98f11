import Terminology
import TextModel
import Vietnamese

/// Collects entries for a `TermIndex`.
struct TermIndexBuilder {
  private let tokenizer: Tokenizer
  private(set) var trie: SyllableTrie
  private(set) var facts: [TermFact] = []
  private(set) var contexts: [TermContext] = []
  private(set) var countryCodes: [String] = []
  private(set) var pairs = WordPairs()
  private var codeIndex: [String: Int16] = [:]
  private var spellings: [(term: Int32, spelling: TermIndex.Spelling)] = []
  private var terms = 0
  private var tokens: [Token] = []
  /// Keys of tokens that begin with a digit.
  private(set) var digitKeys: [MatchKey] = []

  init(capacity: Int, tokenizer: Tokenizer) {
    self.tokenizer = tokenizer
    trie = SyllableTrie(capacity: capacity * 2)
    facts.reserveCapacity(capacity)
    spellings.reserveCapacity(capacity * 2)
  }

  /// Takes the entries of a glossary. An entry is made only where its row has conditions, a period or
  /// a type; of the others the tag and the spellings are enough.
  mutating func insert(
    _ entries: TermEntries, section: Int, codes: CountryCodes, isVocabulary: Bool
  ) {
    var plain = TermEntry()
    for (position, head) in entries.heads.enumerated() {
      if head.isPlain {
        plain.tag = head.tag
        plain.band = Int(head.band)
        insert(plain, section: section, code: nil, isVocabulary: isVocabulary)
      } else {
        let entry = entries[position]
        insert(entry, section: section, code: codes.code(of: entry), isVocabulary: isVocabulary)
      }
      insertSpellings(of: head, entries)
    }
  }

  private mutating func insert(
    _ entry: TermEntry, section: Int, code: String?, isVocabulary: Bool
  ) {
    var context: Int32 = -1
    if !entry.condition.isEmpty {
      context = Int32(contexts.count)
      contexts.append(TermContext(entry.condition, tokenizer: tokenizer))
    }
    facts.append(
      TermFact(
        entry, section: section, country: code.map { countryIndex($0) } ?? -1, condition: context,
        isVocabulary: isVocabulary))
  }

  private mutating func insertSpellings(of head: TermHead, _ entries: TermEntries) {
    let bytes = entries.bytes
    entries.forEachSpelling(of: head) { range in
      if bytes[range].contains(UInt8(ascii: "[")) {
        for spelling in Self.spellings(String(decoding: bytes[range], as: UTF8.self)) {
          let own = Array(spelling.utf8)
          insert(own, in: own.indices, of: head)
        }
      } else {
        insert(bytes, in: range, of: head)
      }
    }
  }

  /// A spelling with and without the words in square brackets, at most eight forms.
  static func spellings(_ variant: String) -> [String] {
    var forms = [""]
    for (index, piece) in variant.split(separator: "[", omittingEmptySubsequences: false)
      .enumerated()
    {
      let parts = piece.split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
      guard index > 0, parts.count == 2, forms.count < 8 else {
        forms = forms.map { $0 + piece }
        continue
      }
      forms = forms.flatMap { [$0 + parts[0] + parts[1], $0 + parts[1]] }
    }
    return forms.map { $0.split(separator: " ").joined(separator: " ") }
  }

  private mutating func countryIndex(_ code: String) -> Int16 {
    if let index = codeIndex[code] { return index }
    let index = Int16(countryCodes.count)
    codeIndex[code] = index
    countryCodes.append(code)
    return index
  }

  private mutating func insert(_ bytes: [UInt8], in range: Range<Int>, of head: TermHead) {
    tokens.removeAll(keepingCapacity: true)
    tokenizer.append(bytes, in: range, to: &tokens)
    if tokens.isEmpty { return }
    for token in tokens where Tokenizer.isDigit(UInt32(bytes[token.start])) {
      digitKeys.append(token.key)
    }
    if tokens.count > 1 { pairs.insert(tokens) }
    let term = trie.insert(tokens, value: terms)
    if term == terms { terms += 1 }
    spellings.append(
      (
        Int32(term),
        TermIndex.Spelling(
          entry: Int32(facts.count - 1), capitals: Self.capitals(tokens, head),
          ownCapitals: Self.capitals(tokens))
      ))
  }

  private static func capitals(_ tokens: [Token], _ head: TermHead) -> UInt64 {
    let matters =
      switch head.caseRule {
      case .exact: true
      case .any: false
      case .byTag:
        head.tag == .properName || tokens.allSatisfy { $0.isAllCapitals || $0.kind != .word }
      }
    return matters ? capitals(tokens) : 0
  }

  private static func capitals(_ tokens: [Token]) -> UInt64 {
    tokens.prefix(64).enumerated().reduce(0) {
      $1.element.isCapitalized ? $0 | 1 << UInt64($1.offset) : $0
    }
  }

  /// By term: the least cost among the spellings that need no capital.
  func plainCosts(_ cost: (TermFact) -> Double) -> [Double] {
    var costs = [Double](repeating: .infinity, count: terms)
    for item in spellings where item.spelling.capitals == 0 {
      let term = Int(item.term)
      costs[term] = min(costs[term], cost(facts[Int(item.spelling.entry)]))
    }
    return costs
  }

  /// By term: whether its entries are of several kinds of noun, verb and adjective.
  func mixedTerms() -> [Bool] {
    var first = [WordClass?](repeating: nil, count: terms)
    var isMixed = [Bool](repeating: false, count: terms)
    for item in spellings {
      guard let own = facts[Int(item.spelling.entry)].tag.openClass else { continue }
      let term = Int(item.term)
      if let known = first[term], known != own { isMixed[term] = true }
      first[term] = own
    }
    return isMixed
  }

  /// The spellings term by term, each term's in the order they came, and where each term begins.
  func sortedSpellings() -> (first: [Int32], spellings: [TermIndex.Spelling]) {
    var first = [Int32](repeating: 0, count: terms + 1)
    for item in spellings { first[Int(item.term) + 1] += 1 }
    for term in 0..<terms { first[term + 1] += first[term] }
    var next = first
    var sorted = [TermIndex.Spelling](
      repeating: TermIndex.Spelling(entry: 0, capitals: 0, ownCapitals: 0), count: spellings.count)
    for item in spellings {
      sorted[Int(next[Int(item.term)])] = item.spelling
      next[Int(item.term)] += 1
    }
    return (first, sorted)
  }
}
