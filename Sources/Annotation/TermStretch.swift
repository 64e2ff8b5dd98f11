import Terminology
import TextModel
import Vietnamese

/// What a stretch of entries brings to an index, worked out without a look at the other stretches.
struct TermStretch: Sendable {
  /// A run of entries of one glossary.
  struct Run: Sendable {
    let section: Int
    let entries: TermEntries
    let range: Range<Int>
    let isVocabulary: Bool
  }

  /// The words of the spellings.
  private(set) var numbers: WordNumbers
  /// The numbers of the words of all spellings, one spelling after the other.
  private(set) var ids: [Int32] = []
  /// By spelling: where its words end.
  private(set) var ends: [Int32] = []
  /// The spellings; entries are counted from the beginning of the stretch.
  private(set) var spellings: [TermIndex.Spelling] = []
  /// The facts of the entries; conditions are counted from the beginning of the stretch.
  private(set) var facts: [TermFact] = []
  /// The conditions that entries have.
  private(set) var contexts: [TermContext] = []
  /// The codes of the entries that are countries.
  private(set) var countries: [(entry: Int, code: String)] = []
  private let tokenizer: Tokenizer
  private var words: [WordNumbers.Word] = []

  init(_ runs: [Run], codes: CountryCodes, tokenizer: Tokenizer) {
    self.tokenizer = tokenizer
    numbers = WordNumbers(tokenizer)
    let count = runs.reduce(0) { $0 + $1.range.count }
    facts.reserveCapacity(count)
    spellings.reserveCapacity(count * 5 / 4)
    ends.reserveCapacity(count * 5 / 4)
    ids.reserveCapacity(count * 3)
    for run in runs { insert(run, codes) }
  }

  /// An entry is made only where its row has a condition or a period or is a country; of the others
  /// tag, type and spellings are enough.
  private mutating func insert(_ run: Run, _ codes: CountryCodes) {
    for position in run.range {
      let head = run.entries.heads[position]
      let type = head.type.isEmpty ? "" : run.entries.text(head.type)
      facts.append(
        TermFact(
          head, type: type,
          isShortTitle: !head.en.isEmpty
            && run.entries.bytes[Int(head.en.upperBound) - 1] == UInt8(ascii: "."),
          section: run.section, isVocabulary: run.isVocabulary))
      if !head.isPlain || type == "country" { insertDetail(of: run.entries[position], codes) }
      insertSpellings(of: head, run.entries)
    }
  }

  /// The country, condition and period of the last entry.
  private mutating func insertDetail(of entry: TermEntry, _ codes: CountryCodes) {
    let last = facts.count - 1
    if let code = codes.code(of: entry) { countries.append((last, code)) }
    facts[last].hasPeriod = !entry.validFrom.isEmpty || !entry.validUntil.isEmpty
    if entry.condition.isEmpty { return }
    facts[last].condition = Int32(contexts.count)
    contexts.append(TermContext(entry.condition, tokenizer: tokenizer))
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

  private mutating func insert(_ bytes: [UInt8], in range: Range<Int>, of head: TermHead) {
    words.removeAll(keepingCapacity: true)
    numbers.append(bytes, in: range, to: &words)
    if words.isEmpty { return }
    var capitals: UInt64 = 0
    var isLoud = true
    for (index, word) in words.enumerated() {
      ids.append(word.number)
      if word.isCapitalized, index < 63 { capitals |= 1 << UInt64(index) }
      isLoud = isLoud && word.isLoud
    }
    ends.append(Int32(ids.count))
    let matters =
      switch head.caseRule {
      case .exact: true
      case .any: false
      case .byTag: head.tag == .properName || isLoud
      }
    let isShort =
      words.count == 1 && (2...3).contains(range.count)
      && bytes[range].allSatisfy { (0x41...0x5A).contains($0) }
    let needed = isShort ? capitals | TermIndex.loud : capitals
    spellings.append(
      TermIndex.Spelling(
        entry: Int32(facts.count - 1), capitals: matters ? needed : 0, ownCapitals: capitals))
  }
}
