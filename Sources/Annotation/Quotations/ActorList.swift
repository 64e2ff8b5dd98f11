import TextModel
import Vietnamese

/// Finds who may speak in each sentence: persons, bodies, titles, pronouns and, as a last resort, places.
struct ActorList {
  let bytes: [UInt8]
  let tokenizer: Tokenizer
  let phrases: PhraseTable

  /// The actors of a part, ascending.
  func actors(of annotations: [Annotation], part: TextSpan) -> [QuotationFinder.Actor] {
    let first = annotations.partitioningIndex { $0.span.start >= part.start }
    let last = annotations.partitioningIndex { $0.span.end > part.end }
    return first < last ? actors(annotations[first..<last], part) : []
  }

  private func actors(_ annotations: ArraySlice<Annotation>, _ part: TextSpan) -> [QuotationFinder
    .Actor]
  {
    var actors: [QuotationFinder.Actor] = []
    let tokens = tokenizer.tokens(bytes, in: part.range)
    for index in annotations.indices {
      let annotation = annotations[index]
      let next = index + 1 < annotations.endIndex ? annotations[index + 1] : nil
      let before = index > annotations.startIndex ? annotations[index - 1] : nil
      guard let kind = kind(annotation, next: next), !isApposition(annotation, after: before) else {
        continue
      }
      actors.append(
        .init(
          span: annotation.span, kind: kind, name: annotation.refersTo ?? annotation.target,
          isTied: isTied(head(of: index, in: annotations), tokens)))
    }
    for index in tokens.indices {
      guard let found = common(tokens, at: index) else { continue }
      let span = TextSpan(tokens[index].start, tokens[found.end - 1].end)
      let own = annotations.first { $0.span.overlaps(span) && $0.kind != .term }
      guard own == nil else { continue }
      let name = annotations.first { $0.span.overlaps(span) }?.target ?? ""
      actors.append(
        .init(
          span: span, kind: found.kind, name: found.kind == .noun ? name : "",
          isTied: isTied(span.start, tokens)))
    }
    return actors.sorted { $0.span.start < $1.span.start }
  }

  /// A pronoun, or a noun for a person that stands alone: `ông này`, `cử tri`.
  private func common(
    _ tokens: [Token], at index: Int
  ) -> (kind: QuotationFinder.Actor.Kind, end: Int)? {
    let kind: QuotationFinder.Actor.Kind
    let end: Int
    if let match = phrases.match(tokens, at: index, .pronoun) {
      (kind, end) = (.pronoun, match.end)
    } else if let match = phrases.match(tokens, at: index, .bearer), match.row.value == "person" {
      (kind, end) = (.noun, match.end)
    } else {
      return nil
    }
    return end < tokens.count && tokens[end].isCapitalized ? nil : (kind, end)
  }

  /// Where a name begins with the titles and nouns before it.
  private func head(of index: Int, in annotations: ArraySlice<Annotation>) -> Int {
    var start = annotations[index].span.start
    for before in annotations[..<index].reversed().prefix(3) {
      guard before.span.end + 1 == start, bytes[before.span.end] == 0x20 else { break }
      start = before.span.start
    }
    return start
  }

  /// Whether a word before it makes it a part of something else: `cha của Phạm Thị Trà My`.
  private func isTied(_ start: Int, _ tokens: [Token]) -> Bool {
    let end = tokens.partitioningIndex { $0.start >= start }
    return (max(0, end - 2)..<end).contains { phrases.match(tokens, at: $0, .link)?.end == end }
  }

  /// Whether a title or body only says who the person before it is: `Ông Quang, Vụ trưởng Vụ …, nói`.
  private func isApposition(_ annotation: Annotation, after before: Annotation?) -> Bool {
    guard let before, before.span.end < annotation.span.start else { return false }
    let gap = bytes[before.span.end..<annotation.span.start]
    if before.kind == .person, annotation.kind != .person {
      return [", ", " - ", " – ", " ("].contains { gap.elementsEqual($0.utf8) }
    }
    return before.kind == .title && annotation.kind == .organization && gap.elementsEqual(" ".utf8)
  }

  private func kind(_ annotation: Annotation, next: Annotation?) -> QuotationFinder.Actor.Kind? {
    switch annotation.kind {
    case .person: return .person
    case .organization: return .body
    case .term where annotation.origin == "name": return .body
    case .place: return .place
    case .title:
      if annotation.target.hasSuffix(".") { return nil }
      if let next, next.kind == .person, next.span.start <= annotation.span.end + 1 { return nil }
      return .title
    default: return nil
    }
  }
}

/// The persons of a document with their titles and mentions.
struct PersonList {
  private(set) var persons: [Person] = []
  private var index: [String: Int] = [:]

  init(_ annotations: [Annotation], bytes: [UInt8]) {
    for position in annotations.indices where annotations[position].kind == .person {
      let annotation = annotations[position]
      let name = annotation.refersTo ?? annotation.target
      let place = index[name] ?? persons.count
      let title = Self.title(annotations, position, bytes)
      if place == persons.count {
        index[name] = place
        persons.append(Person(name: name, titles: [], mentions: []))
      }
      let known = persons[place]
      let titles = title.map { known.titles.contains($0) ? [] : [$0] } ?? []
      persons[place] = Person(
        name: name, titles: known.titles + titles, mentions: known.mentions + [annotation.span])
    }
  }

  /// The first title of a person.
  func title(of name: String) -> String? { index[name].flatMap { persons[$0].titles.first } }

  /// The title before a name, or in apposition after it.
  private static func title(
    _ annotations: [Annotation], _ position: Int, _ bytes: [UInt8]
  ) -> String? {
    let name = annotations[position]
    var before = position - 1
    var end = name.span.start
    if before >= 0, isHonorific(annotations[before]),
      isGap(bytes, annotations[before].span.end..<end, [" "])
    {
      end = annotations[before].span.start
      before -= 1
    }
    if before >= 0, isPost(annotations[before]),
      isGap(bytes, annotations[before].span.end..<end, [" ", ", "])
    {
      return annotations[before].target
    }
    let after = position + 1
    if after < annotations.count, isPost(annotations[after]),
      isGap(
        bytes, name.span.end..<annotations[after].span.start, [", ", " - ", " – ", " — ", " ("])
    {
      return annotations[after].target
    }
    return nil
  }

  private static func isHonorific(_ annotation: Annotation) -> Bool {
    annotation.kind == .title && annotation.target.hasSuffix(".")
  }

  private static func isPost(_ annotation: Annotation) -> Bool {
    annotation.kind == .title && !annotation.target.hasSuffix(".")
  }

  private static func isGap(_ bytes: [UInt8], _ range: Range<Int>, _ gaps: [String]) -> Bool {
    guard range.lowerBound <= range.upperBound else { return false }
    return gaps.contains { bytes[range].elementsEqual($0.utf8) }
  }

  /// Pairs of different names that are one when diacritics are dropped.
  ///
  /// Spellings that differ in the place of the tone mark only are one name.
  func lookalikes(_ tokenizer: Tokenizer) -> [TextFinding] {
    let keys = { (name: String) in tokenizer.tokens(Array(name.utf8)).map(\.key) }
    var plain: [String: String] = [:]
    var findings: [TextFinding] = []
    for person in persons {
      let folded = person.name.withoutDiacritics
      if let other = plain[folded], keys(other) != keys(person.name),
        let span = person.mentions.first
      {
        findings.append(
          TextFinding(
            span: span,
            Finding(
              .warning, "names-merge",
              "'\(other)' and '\(person.name)' are the same without diacritics",
              fix: "keep the diacritics of these names")))
      } else {
        plain[folded] = person.name
      }
    }
    return findings
  }
}

extension String {
  /// The text without tone marks and with plain Latin letters.
  package var withoutDiacritics: String {
    String(
      unicodeScalars.map { scalar -> Character in
        guard let letter = Letters.letter(scalar.value) else { return Character(scalar) }
        let base = Letters.plain(letter)
        return letter.isUpper ? Character(base.uppercased()) : base
      })
  }
}
