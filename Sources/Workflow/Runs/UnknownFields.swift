import Reporting

/// Changes of fields that no rule of the differ speaks of, so that none is passed over.
enum UnknownFields {
  /// The fields of a brief that the differ compares in its own words.
  static let ofBrief: Set<String> = [
    "id", "origin", "slug", "headline", "metadata", "encoding", "glance", "points", "leftOut",
    "people", "organizations", "places", "dates", "figures", "terms", "repairs", "ambiguities",
    "unknowns", "findings", "quotations",
  ]
  /// The fields of a set that the differ compares in its own words.
  static let ofSet: Set<String> = [
    "title", "articles", "points", "leftOut", "stories", "failures", "signature", "recent",
  ]

  /// One change for each other field that differs.
  static func changes<Value>(
    from before: Value, to after: Value, known: Set<String>
  ) -> [Change] {
    let new = Dictionary(
      Mirror(reflecting: after).children.compactMap { child in
        child.label.map { ($0, child.value) }
      }
    ) { first, _ in first }
    return Mirror(reflecting: before).children.compactMap { child in
      guard let label = child.label, !known.contains(label), let now = new[label],
        let left = child.value as? AnyHashable, let right = now as? AnyHashable, left != right
      else { return nil }
      return Change(.list, words(label), before: text(child.value), after: text(now))
    }
  }

  /// `leftOut` as `left out`.
  private static func words(_ label: String) -> String {
    label.reduce(into: "") { text, letter in
      text += letter.isUppercase ? " \(letter.lowercased())" : String(letter)
    }
  }

  private static func text(_ value: Any) -> String? {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .collection: return "\(mirror.children.count) of them"
    case .optional: return mirror.children.first.flatMap { text($0.value) }
    default: return mirror.children.isEmpty ? "\(value)" : "another"
    }
  }
}
