public import TextModel

/// A Vietnamese encoding from before Unicode: which bytes stand for which letter.
public struct LegacyEncoding: Hashable, Sendable {
  /// The name, such as `TCVN3`.
  public let name: String
  /// Letters by their first byte, 256 lists; each letter with its bytes, longest first.
  private let letters: [[Entry]]

  private struct Entry: Hashable, Sendable {
    let bytes: [UInt8]
    let letter: [UInt8]
  }

  /// Reads the column of one encoding; cells hold the bytes of the letter in hexadecimal, other forms
  /// of it after a slash.
  init(name: String, column: String, table: DataTable) {
    var letters = [[Entry]](repeating: [], count: 256)
    for row in table.rows {
      for form in row[column].split(separator: "/") {
        let bytes = form.split(separator: " ").compactMap { UInt8($0, radix: 16) }
        guard let first = bytes.first else { continue }
        letters[Int(first)].append(Entry(bytes: bytes, letter: Array(row["letter"].utf8)))
      }
    }
    self.name = name
    self.letters = letters.map { $0.sorted { $0.bytes.count > $1.bytes.count } }
  }

  /// All encodings of a table, in the order they are tried.
  public static func all(_ table: DataTable) -> [LegacyEncoding] {
    let names = [
      ("TCVN3", "tcvn3"), ("VISCII", "viscii"), ("VNI", "vni"), ("VPS", "vps"),
      ("windows-1258", "windows1258"),
    ]
    return names.map { LegacyEncoding(name: $0, column: $1, table: table) }
  }

  /// The letter that the bytes at an offset stand for, as UTF-8, and how many bytes it takes.
  func letter(_ bytes: ArraySlice<UInt8>, at offset: Int) -> (letter: [UInt8], length: Int)? {
    for entry in letters[Int(bytes[offset])] where bytes[offset...].starts(with: entry.bytes) {
      return (entry.letter, entry.bytes.count)
    }
    return nil
  }
}
