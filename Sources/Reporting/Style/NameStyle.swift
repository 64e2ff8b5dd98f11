import Foundation

/// Vietnamese names in English text: with or without their marks, in full or by the given name.
struct NameStyle {
  private let profile: StyleProfile
  /// Names with marks, longest first.
  private let names: [String]
  /// Persons by full name, with the given name.
  private let persons: [(full: String, given: String)]
  private var seen: Set<String> = []

  /// Takes the names of an article: all that English text may hold, and which of them are persons.
  init(_ profile: StyleProfile, names: [String], persons: [String]) {
    self.profile = profile
    let marked = names.filter { Self.plain($0) != $0 }
    self.names = Set(marked).sorted { ($1.count, $0) < ($0.count, $1) }
    self.persons = Set(persons.filter { Self.plain($0) != $0 }).sorted {
      ($1.count, $0) < ($0.count, $1)
    }
    .compactMap { full in
      let parts = full.split(separator: " ")
      return parts.count > 1 ? (full, String(parts[parts.count - 1])) : nil
    }
  }

  /// The same without any mention made yet.
  var fresh: NameStyle {
    var other = self
    other.seen = []
    return other
  }

  /// The text with its names in the style of the profile; mentions made before are later ones now.
  mutating func text(_ value: String) -> String {
    var text = value
    if profile.laterMention == .given {
      for person in persons where text.contains(person.full) {
        let isFirst = seen.insert(person.full).inserted
        text = Self.shorten(person.full, to: person.given, in: text, keepsFirst: isFirst)
      }
    }
    return dropMarks(text)
  }

  /// The text without the marks of its names, where the profile drops them.
  func dropMarks(_ value: String) -> String {
    guard profile.diacritics == .drop else { return value }
    var text = value
    for name in names + persons.map(\.given) where text.contains(name) {
      text = text.replacing(name, with: Self.plain(name))
    }
    return text
  }

  private static func shorten(
    _ full: String, to given: String, in text: String, keepsFirst: Bool
  ) -> String {
    guard keepsFirst, let first = text.firstRange(of: full) else {
      return text.replacing(full, with: given)
    }
    let rest = text[first.upperBound...].replacing(full, with: given)
    return String(text[..<first.upperBound]) + String(rest)
  }

  /// The marks of Vietnamese letters, as they stand after decomposition.
  private static let marks: Set<UInt32> = [
    0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323,
  ]

  /// A name without marks: `Phạm Đình` becomes `Pham Dinh`.
  static func plain(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars
    where !marks.contains(scalar.value) {
      result.append(scalar == "đ" ? "d" : scalar == "Đ" ? "D" : scalar)
    }
    return String(result).precomposedStringWithCanonicalMapping
  }
}
