import Terminology
public import TextModel

/// A translation memory as TMX 1.4: approval, file and day of each unit are properties.
///
/// Law: `TMXReader` gives the same units in the same order. Source: LISA OSCAR, TMX 1.4b, 2005.
public enum MemoryTMX {
  static let approved = "x-songngu-approved"
  static let origin = "x-songngu-origin"
  static let date = "x-songngu-date"

  /// The document.
  public static func text(_ units: [MemoryUnit]) -> String {
    TMXText.document(units.map(unit).joined())
  }

  private static func unit(_ unit: MemoryUnit) -> String {
    let note = unit.note.isEmpty ? "" : "<note>\(Escaping.html(unit.note))</note>\n"
    let properties = [
      (approved, unit.isApproved ? "yes" : "no"), (origin, unit.origin), (date, unit.date),
    ].filter { !$0.1.isEmpty }.map {
      "<prop type=\"\($0.0)\">\(Escaping.html($0.1))</prop>\n"
    }.joined()
    return """
      <tu>
      \(note)\(properties)\(TMXText.pair(unit.vi, unit.en))
      </tu>

      """
  }
}

/// The same as a table for spreadsheets, parted by commas or tabs.
public enum MemoryTable {
  /// The document.
  public static func text(_ units: [MemoryUnit], separator: Character) -> String {
    let rows = units.map {
      [$0.vi, $0.en, $0.isApproved ? "yes" : "no", $0.origin, $0.date, $0.note]
    }
    return Delimited(separator: separator).text(
      [["Vietnamese", "English", "approved", "origin", "date", "note"]] + rows)
  }
}
