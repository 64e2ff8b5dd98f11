import TextModel

/// What stands beside the English of a sentence: what a check found, and what the translation memory has.
enum SentenceChecks {
  /// One line for each, in English.
  static func lines(_ point: Brief.Point) -> [String] {
    let flags = point.english.flags.map { flag in
      "check: \(flag.message)\(flag.fix.map { "; \($0)" } ?? "") [\(flag.code)]"
    }
    return flags + (point.english.match.map { [line($0, isUsed: isUsed(point))] } ?? [])
  }

  /// Whether the English is the memory's.
  private static func isUsed(_ point: Brief.Point) -> Bool {
    point.english.match?.en == point.english.text && point.english.engine == "memory"
  }

  private static func line(_ match: MemoryMatch, isUsed: Bool) -> String {
    let origin = [match.origin, match.date].filter { !$0.isEmpty }.joined(separator: ", ")
    let source = origin.isEmpty ? "" : " (\(origin))"
    if match.similarity >= 1, match.difference.isEmpty { return "memory: approved\(source)" }
    let percent = Int((match.similarity * 100).rounded(.down))
    let english = isUsed ? "" : " = \(match.en)"
    return "memory: \(percent) % like an approved sentence\(source): "
      + match.differenceLine + english
  }
}

/// The same in HTML.
extension HTMLWriter {
  func checks(_ point: Brief.Point) -> String {
    let items = SentenceChecks.lines(point).map { "<li>\(text($0))</li>" }
    return items.isEmpty ? "" : "<ul class=\"checks\">\(items.joined())</ul>"
  }
}
