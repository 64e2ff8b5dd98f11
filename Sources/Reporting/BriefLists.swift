import TextModel

/// The lists of a brief under their headings, the same in every form of report.
enum BriefLists {
  /// The lists that are not empty.
  static func all(_ brief: Brief) -> [(title: String, mentions: [Brief.Mention])] {
    let lists = [
      ("People", brief.people), ("Organizations", brief.organizations), ("Places", brief.places),
      ("Dates", brief.dates), ("Figures", brief.figures), ("Terms", brief.terms),
    ]
    return lists.filter { !$0.1.isEmpty }.map { (title: $0.0, mentions: $0.1) }
  }

  /// The English with value and sentences.
  static func english(_ mention: Brief.Mention) -> String {
    let numbers = mention.sentences.filter { $0 > 0 }.map(String.init).joined(separator: ", ")
    var text = mention.en
    if let value = mention.value {
      text += " [\(value)\(mention.isInferred ? ", year inferred" : "")]"
    }
    return numbers.isEmpty ? text : "\(text) (\(numbers))"
  }

  /// The editor's notes as sentences.
  static func notes(_ brief: Brief) -> [String] {
    var notes: [String] = []
    for repair in grouped(brief.repairs) { notes.append(repair) }
    for ambiguity in brief.ambiguities {
      notes.append(
        "‘\(ambiguity.surface)’ may be \(ambiguity.renderings.joined(separator: " or ")); nothing in the text decides"
      )
    }
    let inferred = brief.dates.filter(\.isInferred)
    if !inferred.isEmpty {
      notes.append(
        "year inferred from the article's date: \(inferred.map(\.vi).joined(separator: ", "))")
    }
    if !brief.unknowns.isEmpty {
      notes.append("not in any glossary: \(brief.unknowns.joined(separator: ", "))")
    }
    return notes + brief.findings.map(\.description)
  }

  /// Repairs of the same text told once, with how often.
  private static func grouped(_ repairs: [Brief.Repair]) -> [String] {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for repair in repairs {
      let key = "repaired ‘\(repair.before)’ to ‘\(repair.after)’ (\(repair.rule))"
      if counts[key] == nil { order.append(key) }
      counts[key, default: 0] += 1
    }
    return order.map { "\($0)\(counts[$0] == 1 ? "" : ", \(counts[$0] ?? 0) times")" }
  }

  /// One line that names all a result depends on.
  static func signature(_ signature: Signature) -> String {
    "songngu \(signature.tool) · ICU \(signature.icu) · Unicode \(signature.unicode) · CLDR \(signature.cldr)"
      + " · recipe \(signature.recipe.prefix(12)) · glossaries \(signature.glossaries.prefix(12))"
      + (signature.data.isEmpty
        ? ""
        : " · grammar \(signature.grammar.prefix(12)) · data \(signature.data.prefix(12))")
      + " · inputs \(signature.inputs.prefix(12)) · run \(signature.run.prefix(12))"
  }
}
