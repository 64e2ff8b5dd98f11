import TextModel

/// A sentence of the source with its English beside it.
struct PointHTML {
  let point: Brief.Point
  /// Sets the cards of this section apart from those of others in the page.
  let section: String
  /// The name of the sentence in the page; nil where it has one already.
  var anchor: String?
  /// The article, where the page has several.
  var article: Brief?
  /// A line above the sentence, such as which articles say it too.
  var label: String?

  /// One item of a list of sentences.
  var item: String {
    let name = anchor.map { " id=\"\($0)\"" } ?? ""
    return """
      <li class="point"\(name)>\(heading)<div class="pair">
      <p class="vi" lang="vi">\(vietnamese)</p>
      <p class="en" lang="en">\(english)</p></div>
      \(gloss)<p class="trace">\(trace)</p>\(checks)</li>

      """
  }

  /// What a check found in the English, and what the translation memory has.
  private var checks: String {
    let items = SentenceChecks.lines(point).map { "<li>\(HTMLText.text($0))</li>" }
    return items.isEmpty ? "" : "<ul class=\"checks\">\(items.joined())</ul>"
  }

  private var heading: String {
    label.map { "<p class=\"sources\">\(HTMLText.text($0))</p>" } ?? ""
  }

  /// The English; words that no glossary has are Vietnamese runs.
  private var english: String { Self.english(point.english) }

  /// A translated sentence as runs of both languages.
  static func english(_ sentence: TranslatedSentence) -> String {
    var rest = sentence.text[...]
    var result = ""
    for word in sentence.words where word.isUnknown {
      guard let place = rest.firstRange(of: word.text) else { continue }
      result += HTMLText.text(String(rest[..<place.lowerBound]))
      result += "<i class=\"unknown\" lang=\"vi\">\(HTMLText.text(word.text))</i>"
      rest = rest[place.upperBound...]
    }
    return result + HTMLText.text(String(rest))
  }

  /// The Vietnamese, each term with a card that hover and focus open.
  private var vietnamese: String {
    let bytes = Array(point.vi.utf8)
    var result = ""
    var done = 0
    for (index, term) in point.annotations.enumerated()
    where term.span.start >= done && term.span.end <= bytes.count {
      result += HTMLText.text(String(decoding: bytes[done..<term.span.start], as: UTF8.self))
      result += marked(term, id: "\(section)\(point.article)-\(point.sentence)-\(index)")
      done = term.span.end
    }
    return result + HTMLText.text(String(decoding: bytes[done...], as: UTF8.self))
  }

  private func marked(_ term: Annotation, id: String) -> String {
    "<dfn class=\"\(term.kind.rawValue)\" tabindex=\"0\" aria-describedby=\"\(id)\">"
      + "\(HTMLText.text(term.surface))\(TermCard(term).html(id: id))</dfn>"
  }

  /// The terms as a line, for paper.
  private var gloss: String {
    let terms = point.annotations.filter { $0.surface != $0.target }.map {
      "\(HTMLText.vi($0.surface)) \(HTMLText.text($0.target))"
    }
    return terms.isEmpty ? "" : "<p class=\"terms\">\(terms.joined(separator: " · "))</p>\n"
  }

  private var trace: String {
    var parts = [HTMLText.text(SourceLine.place(point))]
    if let article {
      parts[0] =
        "<a href=\"articles/\(article.slug).html#s\(point.sentence)\">article \(point.article)</a>, "
        + parts[0]
    }
    parts.append(HTMLText.text(SourceLine.english(point)))
    parts.append(HTMLText.text(point.reason + SourceLine.scored(point)))
    return parts.joined(separator: " · ")
  }
}

/// What is known of a term: its English, what it is, why this sense, and the entry that says so.
struct TermCard {
  private let term: Annotation

  init(_ term: Annotation) { self.term = term }

  /// The card, hidden until its term is pointed at or has the focus.
  func html(id: String) -> String {
    "<span class=\"card\" role=\"tooltip\" id=\"\(id)\" lang=\"en\"><b>\(HTMLText.text(term.target))</b>"
      + lines.map { "<span>\(HTMLText.text($0))</span>" }.joined() + "</span>"
  }

  private var lines: [String] {
    var lines: [String] = []
    if let value = term.value {
      lines.append("value \(value)\(term.isInferred ? ", year inferred" : "")")
    }
    if let evidence = term.evidence { lines.append("this sense: \(evidence)") }
    if let name = term.refersTo { lines.append("stands for \(name)") }
    return lines + ["\(term.kind.rawValue), from \(term.origin)"]
  }
}
