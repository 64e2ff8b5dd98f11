import TextModel

/// Plain text for a terminal or a mail, wrapped by display width; no colour, no control sequence.
struct TextWriter: ReportWriter {
  static let format = "txt"
  static let loses: String? = "scores of sentences and bytes of the source"
  private let dates: DateForm

  init(_ options: ReportOptions) { dates = options.dates }

  /// Columns of a line.
  private static let width = 78

  func index(_ brief: SetBrief) -> String? {
    var lines = wrapped("", brief.title) + [""]
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
    for (index, story) in brief.stories.enumerated() { lines += self.story(story, index + 1) }
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
    for part in SourceLine.parts(brief, dates) { lines += wrapped("\(part.label): ", part.value) }
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
    lines += heading("Left out") + wrapped("", BriefCoverage(brief).text) + [""]
    for point in brief.leftOut { lines += self.point(point, "[\(point.sentence)] ") }
    lines += [""] + wrapped("", BriefLists.signature(set.signature))
    return lines.joined(separator: "\n") + "\n"
  }

  private func story(_ story: StoryBrief, _ number: Int) -> [String] {
    var lines = heading("Story \(number): \(story.headline.vi)")
    lines +=
      wrapped(
        "Articles: ",
        story.articles.map { article in
          let role = story.role(of: article)
          return "\(article)\(role.isEmpty ? "" : " (\(role))")"
        }.joined(separator: ", ")) + [""]
    for item in story.points {
      lines += wrapped("", StoryBrief.sources(item))
      lines += point(item.point, "[\(item.point.article).\(item.point.sentence)] ")
    }
    for conflict in story.conflicts {
      lines += wrapped("! ", "figures differ: \(StoryBrief.text(conflict))")
    }
    return lines
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
    var columns = DisplayWidth.columns(mark)
    var isEmpty = true
    for word in Escaping.terminal(text).split(separator: " ").flatMap(pieces) {
      let own = DisplayWidth.columns(word)
      if !isEmpty, columns + 1 + own > Self.width {
        lines.append(line)
        line = indent
        columns = indent.count
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      columns += own + (isEmpty ? 0 : 1)
      isEmpty = false
    }
    return lines + [line]
  }
}

extension TextWriter {
  /// A word that no line can hold, in pieces that one can.
  private func pieces(_ word: Substring) -> [Substring] {
    let most = Self.width - 8
    if DisplayWidth.columns(word) <= most { return [word] }
    var pieces: [Substring] = []
    var start = word.startIndex
    var columns = 0
    for index in word.indices {
      let own = DisplayWidth.columns(word[index...index])
      if columns + own > most {
        pieces.append(word[start..<index])
        (start, columns) = (index, 0)
      }
      columns += own
    }
    return pieces + [word[start...]]
  }
}

/// How many columns of a terminal a text takes.
enum DisplayWidth {
  /// Marks that combine take none, wide letters and pictures two. Source: UAX #11.
  static func columns(_ text: some StringProtocol) -> Int {
    if let count = plainColumns(text) { return count }
    return text.reduce(0) { sum, character in
      guard let first = character.unicodeScalars.first else { return sum }
      return sum + (isWide(first) ? 2 : 1)
    }
  }

  /// The count of letters where each takes one column: Latin and Vietnamese letters, composed, and
  /// general punctuation; nil for other text.
  private static func plainColumns(_ text: some StringProtocol) -> Int? {
    var count = 0
    var isLatin = false
    for byte in text.utf8 {
      switch byte {
      case 0..<0x80, 0xC3...0xC9:
        count += 1
        isLatin = false
      case 0xE1:
        count += 1
        isLatin = true
      case 0x80..<0xC0:
        if isLatin, byte != 0xBA, byte != 0xBB { return nil }
        isLatin = false
      default: return nil
      }
    }
    return count
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
