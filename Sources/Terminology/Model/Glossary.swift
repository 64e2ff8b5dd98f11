public import TextModel

/// Entries of one file, with what is wrong with its rows.
public struct Glossary: Sendable {
  /// The name: the file's, without its ending.
  public let name: String
  /// The entries, in file order.
  public let entries: TermEntries
  /// Rows that were passed over, and why.
  public let findings: [Finding]

  /// The columns that every shipped file has, in order.
  public static let columns = TermColumn.standard.map(\.name)

  /// Makes a glossary of entries.
  public init(name: String, entries: [TermEntry], findings: [Finding] = []) {
    self.name = name
    self.entries = TermEntries(entries)
    self.findings = findings
  }

  /// Reads the tab-separated format; a broken row gives a finding and the rest loads.
  /// - Parameter file: the path for messages.
  public init(name: String, tsv: [UInt8], file: String) {
    let reader = RowReader(tsv, file: file)
    self.name = name
    entries = TermEntries(
      bytes: tsv, heads: reader.heads, columns: reader.columns, glossary: name)
    findings = reader.findings
  }
}
