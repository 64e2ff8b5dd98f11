import TextModel

/// Runs of text as HTML. Every text of a brief becomes HTML here and nowhere else.
enum HTMLText {
  /// Text between tags or in an attribute.
  static func text(_ value: String) -> String { Escaping.html(value) }

  /// A Vietnamese run.
  static func vi(_ value: String) -> String { "<span lang=\"vi\">\(text(value))</span>" }

  /// Both headlines on one line: English first where there is any, then the original.
  static func headline(_ line: Brief.Bilingual) -> String {
    guard let english = line.en else { return vi(line.vi) }
    return "\(text(english)) <span class=\"original\" lang=\"vi\">\(text(line.vi))</span>"
  }

  /// A section with its heading; empty where it would hold nothing.
  static func section(
    _ title: String, id: String, _ body: String, level: Int = 2, kind: String = ""
  ) -> String {
    if body.isEmpty { return "" }
    let style = kind.isEmpty ? "" : " class=\"\(kind)\""
    return """
      <section\(style) id="\(id)" aria-labelledby="\(id)-title"><h\(level) id="\(id)-title">\(text(title))</h\(level)>
      \(body)
      </section>

      """
  }

  /// Numbers of sentences as links into the page.
  static func references(_ sentences: [Int], article: Int? = nil) -> String {
    sentences.filter { $0 > 0 }.map { number in
      "<a class=\"ref\" href=\"#\(anchor(number, article))\">\(number)</a>"
    }.joined(separator: " ")
  }

  /// The name of a sentence in a page; in the page of a set it has the number of its article too.
  static func anchor(_ sentence: Int, _ article: Int?) -> String {
    article.map { "a\($0)s\(sentence)" } ?? "s\(sentence)"
  }
}
