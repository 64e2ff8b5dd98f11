/// Writes text in a legacy encoding, by the table of the letters.
public struct LegacyCodes {
  private var codes: [Character: [UInt8]] = [:]

  /// Reads the column of an encoding by its name in results, such as `TCVN3`.
  public init(_ name: String) throws {
    let path = "Sources/Normalization/Data/legacy-encodings.tsv"
    let rows = try Repository.lines(path).filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let wanted = name.lowercased().filter { $0 != "-" }
    guard let column = rows.first?.firstIndex(of: wanted) else { return }
    for row in rows.dropFirst() {
      let form = row[column].split(separator: "/").first ?? ""
      let bytes = form.split(separator: " ").compactMap { UInt8($0, radix: 16) }
      if let letter = row[0].first, !bytes.isEmpty { codes[letter] = bytes }
    }
  }

  /// The bytes of a text; nil when the encoding lacks one of its characters.
  public func encode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for character in text {
      if let code = codes[character] {
        bytes += code
      } else if let byte = character.asciiValue {
        bytes.append(byte)
      } else {
        return nil
      }
    }
    return bytes
  }
}
