import TextModel

/// Plain text for a terminal or a mail, wrapped by display width; no colour, no control sequence.
struct TextWriter: ReportWriter {
  static let format = "txt"
  static let loses: String? = "scores of sentences and bytes of the source"

  /// Columns of a line.
  private static let width = 78

  func index(_ brief: SetBrief) -> String? {
    var lines = [brief.title, ""]
    for (index, article) in brief.articles.enumerated() {
      lines += wrapped("\(index + 1). ", article.headline.vi)
      if let english = article.headline.en { lines += wrapped("   ", english) }
      lines.append("   articles/\(article.slug).txt")
    }
    if let recent = brief.recent { lines += [""] + wrapped("", recent.summary) }
    return (lines + ["", BriefLists.signature(brief.signature)]).joined(separator: "\n") + "\n"
  }

  func set(_ brief: SetBrief) -> String {
    var lines = title(brief.title)
    for point in brief.points {
      lines += self.point(point, "[\(point.article).\(point.sentence)] ")
    }
    for (index, article) in brief.articles.enumerated() {
      lines += heading("\(index + 1). \(article.headline.vi)")
      for point in article.glance { lines += self.point(point, "") }
    }
    for failure in brief.failures { lines += wrapped("! ", failure.description) }
    return (lines + wrapped("", BriefLists.signature(brief.signature))).joined(separator: "\n")
      + "\n"
  }

  func article(_ brief: Brief, in set: SetBrief) -> String {
    var lines = title(brief.headline.vi)
    if let english = brief.headline.en { lines += wrapped("", english) + [""] }
    for part in SourceLine.parts(brief) { lines += wrapped("\(part.label): ", part.value) }
    lines += heading("At a glance")
    for point in brief.glance { lines += self.point(point, "") }
    lines += heading("Key points")
    for point in brief.points { lines += self.point(point, "[\(point.sentence)] ") }
    for (title, mentions) in BriefLists.all(brief) {
      lines += heading(title)
      for mention in mentions {
        lines += wrapped("- ", "\(mention.vi) — \(BriefLists.english(mention))")
      }
    }
    if !brief.quotations.isEmpty { lines += heading("Quotations") }
    for quote in brief.quotations {
      lines += wrapped("- ", "“\(quote.vi)”") + wrapped("  = ", quote.attribution)
    }
    let notes = BriefLists.notes(brief)
    if !notes.isEmpty { lines += heading("Editor's notes") }
    for note in notes { lines += wrapped("- ", note) }
    lines += heading("Left out")
    for point in brief.leftOut { lines += wrapped("[\(point.sentence)] ", point.vi) }
    lines += [""] + wrapped("", BriefLists.signature(set.signature))
    return lines.joined(separator: "\n") + "\n"
  }

  private func point(_ point: Brief.Point, _ mark: String) -> [String] {
    let indent = String(repeating: " ", count: mark.count)
    let checks = SentenceChecks.lines(point).flatMap { wrapped(indent + "! ", $0) }
    return wrapped(mark, point.vi) + wrapped(indent + "= ", point.english.text) + checks + [""]
  }

  private func title(_ text: String) -> [String] {
    wrapped("", text) + [String(repeating: "=", count: Self.width), ""]
  }

  private func heading(_ text: String) -> [String] {
    [""] + wrapped("", text) + [String(repeating: "-", count: Self.width)]
  }

  /// Lines of at most `width` columns; the first begins with the mark, the others under it.
  private func wrapped(_ mark: String, _ text: String) -> [String] {
    let indent = String(repeating: " ", count: mark.count)
    var lines: [String] = []
    var line = mark
    var isEmpty = true
    for word in Escaping.terminal(text).split(separator: " ") {
      if !isEmpty, DisplayWidth.columns(line) + 1 + DisplayWidth.columns(word) > Self.width {
        lines.append(line)
        line = indent
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}

/// How many columns of a terminal a text takes.
enum DisplayWidth {
  /// Marks that combine take none, wide letters and pictures two. Source: UAX #11.
  static func columns(_ text: some StringProtocol) -> Int {
    text.reduce(0) { sum, character in
      guard let first = character.unicodeScalars.first else { return sum }
      return sum + (isWide(first) ? 2 : 1)
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
