import TextModel

/// Checks the tags of templates before they are used: names that exist, no unescaped text, no circle.
struct TemplateCheck {
  /// The names of all templates.
  let names: [String]

  /// Parts of a page that songngu has made: HTML already.
  static let parts: Set<String> = [
    "articles", "failures", "figures", "glance", "leftOut", "main", "names", "nav", "notes",
    "points", "quotations", "rows", "script", "signature", "source", "stories", "strip", "style",
    "terms", "timeline", "changes",
  ]
  /// What a page says of itself: text, escaped where it is printed.
  static let texts: Set<String> = [
    "agency", "author", "digest", "headline", "kind", "original", "outlet", "place", "published",
    "root", "section", "title", "tool", "url", "isArticle", "isIndex", "isSet",
  ]

  private struct Tag {
    let sign: Character
    let name: String
    let line: Int
  }

  /// What is wrong with the templates, in the order they come.
  func findings(_ templates: [(name: String, file: String, text: String)]) -> [Finding] {
    var found: [Finding] = []
    var uses: [String: [String]] = [:]
    for template in templates {
      for tag in Self.tags(template.text) {
        if tag.sign == ">" { uses[template.name, default: []].append(tag.name) }
        if let message = problem(tag) {
          found.append(
            Finding(
              .error, "broken-template", message, at: .init(file: template.file, line: tag.line)))
        }
      }
    }
    for template in templates where reaches(template.name, template.name, uses) {
      found.append(
        Finding(
          .error, "broken-template", "this template holds itself", at: .init(file: template.file)))
    }
    return found
  }

  private func problem(_ tag: Tag) -> String? {
    switch tag.sign {
    case "!", "/": return nil
    case ">":
      return names.contains(tag.name) ? nil : "there is no template '\(tag.name)'"
    case "{", "&":
      if Self.parts.contains(tag.name) { return nil }
      return "'\(tag.name)' is no part of the page; only parts may be printed without escaping"
    case "#", "^", " ":
      if Self.parts.contains(tag.name) || Self.texts.contains(tag.name) { return nil }
      let near = (Self.parts.union(Self.texts)).sorted().min {
        EditDistance.between($0, tag.name) < EditDistance.between($1, tag.name)
      }
      return "there is nothing named '\(tag.name)' in a page; did you mean '\(near ?? "")'?"
    default:
      return "the tag '{{\(tag.sign)' is not allowed in a template"
    }
  }

  /// The tags of a template; a tag without a sign has a space for it.
  private static func tags(_ text: String) -> [Tag] {
    var tags: [Tag] = []
    var line = 1
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      line += rest[..<open.lowerBound].count { $0.isNewline }
      rest = rest[open.upperBound...]
      let end = rest.firstRange(of: "}}")?.lowerBound ?? rest.endIndex
      let body = rest[..<end]
      let first = body.first { !$0.isWhitespace } ?? " "
      let isName = first.isLetter || first == "."
      let name = isName ? body : body.drop { $0.isWhitespace }.dropFirst()
      tags.append(
        Tag(sign: isName ? " " : first, name: String(name.filter { !$0.isWhitespace }), line: line))
      line += body.count { $0.isNewline }
      rest = rest[end...]
    }
    return tags
  }

  private func reaches(_ name: String, _ from: String, _ uses: [String: [String]]) -> Bool {
    var open = uses[from] ?? []
    var seen: Set<String> = []
    while let next = open.popLast() {
      if next == name { return true }
      if seen.insert(next).inserted { open += uses[next] ?? [] }
    }
    return false
  }
}
