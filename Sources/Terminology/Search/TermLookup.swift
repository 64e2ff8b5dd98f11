import TextModel

/// Finds entries by Vietnamese or English, with or without marks, and with a slip of the keyboard.
///
/// All spellings and renderings stand folded in one buffer; a search goes through it once. A bit for
/// each letter keeps most strings from being looked at: a string that lacks a letter of the query cannot
/// hold it, and one that differs in too many letters cannot be near it.
public struct TermLookup: Sendable {
  /// How a query was found, best first.
  public enum Match: Int, Hashable, Codable, Sendable, Comparable {
    case exact, folded, start, inside, near

    /// Orders best first.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// An entry that was found.
  public struct Hit: Sendable {
    /// The entry.
    public let entry: TermEntry
    /// The spelling or rendering that was found.
    public let text: String
    /// Whether it is English.
    public let isEnglish: Bool
    /// How it was found.
    public let match: Match
    /// How many letters differ; 0 but for `near`.
    public let distance: Int
  }

  private struct Place: Sendable {
    let start: Int32
    let end: Int32
    let letters: UInt32
    let glossary: Int32
    let entry: Int32
    let sourceStart: Int32
    let sourceEnd: Int32
    let isEnglish: Bool
  }

  private var folded: [UInt8] = []
  private var places: [Place] = []
  private let glossaries: [Glossary]

  /// Builds the buffer. Complexity: linear in the glossaries.
  /// - Parameter glossaries: in order of priority.
  public init(_ glossaries: [Glossary]) {
    self.glossaries = glossaries
    folded.reserveCapacity(glossaries.reduce(0) { $0 + $1.entries.bytes.count })
    for (number, glossary) in glossaries.enumerated() {
      let entries = glossary.entries
      for (index, head) in entries.heads.enumerated() {
        entries.forEachSpelling(of: head) { add(number, index, $0, isEnglish: false) }
        entries.forEachRendering(of: head) { add(number, index, $0, isEnglish: true) }
      }
    }
  }

  private mutating func add(_ glossary: Int, _ entry: Int, _ range: Range<Int>, isEnglish: Bool) {
    let start = folded.count
    Folding.append(glossaries[glossary].entries.bytes, range, to: &folded)
    places.append(
      Place(
        start: Int32(start), end: Int32(folded.count),
        letters: Self.letters(folded[start...]), glossary: Int32(glossary), entry: Int32(entry),
        sourceStart: Int32(range.lowerBound), sourceEnd: Int32(range.upperBound),
        isEnglish: isEnglish))
  }

  /// A bit for each letter that stands in the text.
  private static func letters(_ text: some Sequence<UInt8>) -> UInt32 {
    text.reduce(0) { $0 | ($1 > 0x60 && $1 < 0x7B ? 1 << UInt32($1 - 0x61) : 0) }
  }

  private struct Found {
    let place: Int
    let match: Match
    let distance: Int
    let length: Int
  }

  /// The entries for a query, best first; each entry once.
  /// - Parameter limit: how many at most. Default: 20.
  public func search(_ query: String, limit: Int = 20) -> [Hit] {
    let wanted = Folding.fold(query)
    if wanted.isEmpty { return [] }
    let found = candidates(wanted).sorted { left, right in
      (left.match, left.distance, left.length, left.place)
        < (right.match, right.distance, right.length, right.place)
    }
    let exact = query.lowercased()
    var seen: Set<[Int32]> = []
    var hits: [Hit] = []
    for candidate in found {
      let place = places[candidate.place]
      guard hits.count < limit || candidate.match <= .folded,
        seen.insert([place.glossary, place.entry]).inserted
      else { continue }
      let entries = glossaries[Int(place.glossary)].entries
      let text = entries.text(place.sourceStart..<place.sourceEnd)
      let isExact = candidate.match == .folded && text.lowercased() == exact
      hits.append(
        Hit(
          entry: entries[Int(place.entry)], text: text, isEnglish: place.isEnglish,
          match: isExact ? .exact : candidate.match, distance: candidate.distance))
    }
    let order = hits.indices.sorted { (hits[$0].match, $0) < (hits[$1].match, $1) }
    return order.prefix(limit).map { hits[$0] }
  }

  private func candidates(_ wanted: [UInt8]) -> [Found] {
    let letters = Self.letters(wanted)
    let slips = wanted.count < 5 ? 0 : wanted.count < 9 ? 1 : 2
    var found: [Found] = []
    for (index, place) in places.enumerated() {
      let length = Int(place.end - place.start)
      if letters & ~place.letters == 0, length >= wanted.count,
        let match = contains(place, wanted)
      {
        found.append(Found(place: index, match: match, distance: 0, length: length))
        continue
      }
      guard slips > 0, abs(length - wanted.count) <= slips,
        (letters ^ place.letters).nonzeroBitCount <= 2 * slips
      else { continue }
      let distance = EditDistance.between(
        wanted, folded[Int(place.start)..<Int(place.end)], limit: slips)
      if distance <= slips {
        found.append(Found(place: index, match: .near, distance: distance, length: length))
      }
    }
    return found
  }

  /// Whether the query stands at a beginning of a word of the place.
  private func contains(_ place: Place, _ wanted: [UInt8]) -> Match? {
    let end = Int(place.end) - wanted.count
    var start = Int(place.start)
    while start <= end {
      if folded[start] == wanted[0], isWordStart(start, place),
        folded[start..<(start + wanted.count)].elementsEqual(wanted)
      {
        if start > Int(place.start) { return .inside }
        return start == end ? .folded : .start
      }
      start += 1
    }
    return nil
  }

  private func isWordStart(_ offset: Int, _ place: Place) -> Bool {
    if offset == Int(place.start) { return true }
    let before = folded[offset - 1]
    return before < 0x30 || (before > 0x39 && before < 0x61)
  }
}
