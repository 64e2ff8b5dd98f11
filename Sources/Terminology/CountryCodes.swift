import TextModel

/// ISO 3166 codes of countries by their English names, from CLDR.
public struct CountryCodes: Sendable {
  private let codes: [String: String]

  /// Takes the names from CLDR entries.
  public init(_ regions: [TermEntry]) {
    var codes: [String: String] = [:]
    for entry in regions { codes[entry.en] = entry.note }
    self.codes = codes
  }

  /// The code of a country entry: by its rendering, or by another rendering of it.
  public func code(of entry: TermEntry) -> String? {
    guard entry.type == "country" else { return nil }
    for name in [entry.en] + entry.also { if let code = codes[name] { return code } }
    return nil
  }
}
