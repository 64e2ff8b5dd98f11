public import Reporting
public import TextModel

/// What a file brings to a translation memory, sentence by sentence.
///
/// A translation is approved when the file says so, when it differs from the English that was written for
/// the translator, or when the user approves the whole file. English that came back as it went, from a
/// file that says nothing, waits: nobody said that it was read.
public struct MemoryImport: Sendable {
  /// One sentence of the file against what was there.
  public struct Change: Hashable, Codable, Sendable {
    /// What happened to it.
    public enum Kind: String, Hashable, Codable, Sendable {
      /// Its English differs from what was written, or from what the memory had.
      case changed
      /// Its English is as it was written.
      case unchanged
      /// Nothing is known that it could be compared with.
      case new
    }

    /// What happened to it.
    public let kind: Kind
    /// The name of the sentence in the file.
    public let name: String
    /// The line in the file; nil where a line means nothing.
    public let line: Int?
    /// The Vietnamese.
    public let vi: String
    /// The English before; nil when none is known.
    public let before: String?
    /// The English in the file.
    public let after: String
    /// Which words differ; empty when none do or nothing is known.
    public let words: [WordEdit]
    /// Whether it is approved now.
    public let isApproved: Bool
  }

  /// All sentences, in the order of the file.
  public let changes: [Change]
  /// The memory after the import.
  public let book: MemoryBook
  /// The units that the file brings, in its order.
  public let units: [MemoryUnit]
  /// Sentences that stand in the file with two translations.
  public let findings: [Finding]

  /// Compares a file with a memory and with what was written for it.
  /// - Parameters:
  ///   - file: its name, kept as the origin of pairs that name none.
  ///   - date: the day of approval, ISO 8601; empty for none.
  ///   - written: the English that was written for a Vietnamese sentence; nil when not known.
  ///   - approvesAll: whether every pair of the file is approved. Default: no.
  public init(
    _ read: ReadPairs, file: String, date: String, into book: MemoryBook,
    written: (String) -> String?, approvesAll: Bool = false
  ) {
    var book = book
    var changes: [Change] = []
    var units: [MemoryUnit] = []
    var findings: [Finding] = []
    var seen: [String: Int] = [:]
    for pair in read.pairs {
      let known = book[pair.vi]
      let before = seen[pair.vi] == nil ? known?.en ?? written(pair.vi) : known?.en
      if let first = seen[pair.vi], changes[first].after != pair.en {
        findings.append(
          Finding(
            .warning, "two-translations",
            "\(pair.name) has another English than \(changes[first].name); the later one is taken",
            at: .init(file: file, line: pair.line)))
      }
      seen[pair.vi] = changes.count
      let kind: Change.Kind = before.map { $0 == pair.en ? .unchanged : .changed } ?? .new
      let isApproved = Self.approves(pair, kind, known, all: approvesAll)
      changes.append(Self.change(pair, kind, before, isApproved))
      let unit = Self.unit(pair, known, kind, isApproved, file: file, date: date)
      units.append(unit)
      book.put(unit)
    }
    self.changes = changes
    self.book = book
    self.units = units
    self.findings = read.findings + findings
  }

  private static func approves(
    _ pair: ReadPair, _ kind: Change.Kind, _ known: MemoryUnit?, all: Bool
  ) -> Bool {
    if all || pair.verdict == .approved { return true }
    if kind == .unchanged, known?.isApproved == true { return true }
    return kind == .changed && pair.verdict != .waiting
  }

  private static func change(
    _ pair: ReadPair, _ kind: Change.Kind, _ before: String?, _ isApproved: Bool
  ) -> Change {
    let words =
      kind == .changed
      ? WordDiff.edits(before ?? "", pair.en) { $0.split(separator: " ").map(String.init) } : []
    return Change(
      kind: kind, name: pair.name, line: pair.line, vi: pair.vi, before: before, after: pair.en,
      words: words, isApproved: isApproved)
  }

  /// A pair that is in the memory already, approved and the same, keeps its origin and day.
  private static func unit(
    _ pair: ReadPair, _ known: MemoryUnit?, _ kind: Change.Kind, _ isApproved: Bool, file: String,
    date: String
  ) -> MemoryUnit {
    if let known, known.en == pair.en, known.isApproved || !isApproved { return known }
    return MemoryUnit(
      vi: pair.vi, en: pair.en, isApproved: isApproved,
      origin: pair.verdict == .open || pair.origin.isEmpty ? file : pair.origin,
      date: pair.date.isEmpty && isApproved ? date : pair.date, note: pair.note)
  }
}
