import Foundation
import Terminology
public import TextModel

/// A glossary entry used for a span of the source.
struct TermUse: Sendable {
  let span: TextSpan
  let hit: TermIndex.Hit
  let entry: Int32
}

/// Compares an English text with its Vietnamese source: figures and dates by value, names by any
/// accepted rendering, and renderings that the glossaries forbid or let expire.
struct TextCheck {
  let index: TermIndex
  let source: AnnotatedText
  let uses: [TermUse]
  let english: String
  let facts: EnglishReader.Facts
  /// The article's day, ISO 8601.
  let day: String?

  private let values: Set<Decimal>

  init(
    index: TermIndex, source: AnnotatedText, uses: [TermUse], english: String,
    reader: EnglishReader, day: String?
  ) {
    self.index = index
    self.source = source
    self.uses = uses
    self.english = english
    self.day = day
    facts = reader.read(english)
    values = Set(facts.figures.map(\.value))
  }

  /// Findings about the source and the English, in the order of the source.
  func findings() -> [CheckFinding] {
    let lower = english.withoutDiacritics.lowercased()
    var found = source.findings.map {
      CheckFinding(side: .source, span: $0.span, finding: $0.finding)
    }
    found += missingValues(lower) + missingNames(lower)
    found.sort { $0.span.start < $1.span.start }
    return found + renderings() + addedFigures()
  }

  /// The same without what is wrong with the source alone.
  func disagreements() -> [CheckFinding] {
    let lower = english.withoutDiacritics.lowercased()
    let missing = (missingValues(lower) + missingNames(lower)).sorted {
      $0.span.start < $1.span.start
    }
    return missing + renderings() + addedFigures()
  }

  // MARK: Figures and dates

  private func missingValues(_ lower: String) -> [CheckFinding] {
    var told: Set<String> = []
    return source.annotations.compactMap { annotation in
      guard annotation.value != nil, !lower.contains(annotation.target.lowercased()),
        !holds(annotation), told.insert(annotation.value ?? "").inserted
      else { return nil }
      let isDate = annotation.kind == .date || annotation.kind == .time
      return CheckFinding(
        side: .source, span: annotation.span,
        finding: Finding(
          .warning, isDate ? "date-missing" : "figure-missing",
          "the English has no \(isDate ? "date" : "figure") of the value of "
            + "'\(annotation.surface)' (\(annotation.target))",
          fix: "put it in, or correct the one that stands there"))
    }
  }

  private func holds(_ annotation: Annotation) -> Bool {
    switch annotation.kind {
    case .date: holdsDate(annotation)
    case .time: holdsTime(annotation.value ?? "")
    default: Self.numbers(in: annotation.value ?? "").allSatisfy(values.contains)
    }
  }

  private func holdsTime(_ value: String) -> Bool {
    let parts = value.dropFirst().prefix(5).split { $0 == ":" }.compactMap { Int($0) }
    guard parts.count == 2 else { return true }
    let minutes = parts[0] * 60 + parts[1]
    return facts.times.contains(minutes) || facts.times.contains((minutes + 720) % 1440)
  }

  /// A date by its parts that the source gives; an inferred year is not asked for, but must not differ.
  private func holdsDate(_ annotation: Annotation) -> Bool {
    let value = annotation.value ?? ""
    let ends = value.split { $0 == "/" }.map(String.init)
    return ends.allSatisfy { end in
      guard let date = Self.date(end) else { return holdsUndated(annotation, end) }
      if date.month == nil { return date.year.map { values.contains(Decimal($0)) } ?? true }
      let isNamed =
        date.day != nil && facts.weekdays.contains(date.weekday ?? 0)
        && annotation.isInferred
      return isNamed
        || facts.dates.contains {
          $0.date.month == date.month && (date.day == nil || $0.date.day == date.day)
            && ($0.date.year == nil || date.year == nil || $0.date.year == date.year)
        }
    }
  }

  /// Weeks and quarters are held by their number or by the words of the annotation.
  private func holdsUndated(_ annotation: Annotation, _ value: String) -> Bool {
    if let quarter = value.split(separator: "Q").last, value.contains("-Q") {
      return Int(quarter).map { values.contains(Decimal($0)) } ?? true
    }
    return annotation.isInferred || value.isEmpty
  }

  private static func date(_ iso: String) -> CalendarDate? {
    if let date = CalendarDate(iso: iso), !iso.contains("Q"), !iso.contains("W") { return date }
    guard iso.hasPrefix("--") else { return nil }
    let parts = iso.dropFirst(2).split(separator: "-").compactMap { Int($0) }
    return parts.first.map { CalendarDate(month: $0, day: parts.count > 1 ? parts[1] : nil) }
  }

  /// The numbers of a value such as `5..7 km` or `3-1`.
  private static func numbers(in value: String) -> [Decimal] {
    value.split { !$0.isNumber && $0 != "." }.flatMap { part -> [Decimal] in
      String(part).components(separatedBy: "..").compactMap { Decimal(string: $0) }
    }
  }

  /// Figures of the English that the source has not.
  private func addedFigures() -> [CheckFinding] {
    var known: Set<Decimal> = []
    for annotation in source.annotations {
      known.formUnion(Self.numbers(in: annotation.value ?? ""))
      known.formUnion(Self.numbers(in: annotation.target))
      known.formUnion(Self.numbers(in: annotation.surface))
    }
    var told: Set<Decimal> = []
    return facts.figures.compactMap { figure in
      guard figure.value >= 10, !known.contains(figure.value), told.insert(figure.value).inserted
      else { return nil }
      return CheckFinding(
        side: .target, span: figure.span,
        finding: Finding(
          .warning, "figure-added",
          "the figure '\(string(figure.span))' has no counterpart in the source",
          fix: "check it against the source"))
    }
  }

  private func string(_ span: TextSpan) -> String {
    String(decoding: Array(english.utf8)[span.range], as: UTF8.self)
  }

  // MARK: Names

  private func missingNames(_ lower: String) -> [CheckFinding] {
    var told: Set<String> = []
    var found: [CheckFinding] = []
    for person in source.persons {
      let last = person.name.split(separator: " ").last.map(String.init) ?? person.name
      guard let span = person.mentions.first, !Self.stands(last, in: lower),
        !Self.stands(person.name, in: lower)
      else { continue }
      found.append(missing(span, person.name))
    }
    for use in uses {
      let fact = index.facts[Int(use.entry)]
      guard fact.tag == .properName, !fact.isPerson,
        [.place, .organization].contains(fact.kind)
      else { continue }
      let entry = index.entry(use.entry)
      let forms = [entry.en, entry.adjective, entry.attributive] + entry.also + entry.variants
      let isThere = forms.contains { form in
        !form.isEmpty && (Self.stands(form, in: lower) || Self.stands(form + "n", in: lower))
      }
      if !isThere, told.insert(entry.en).inserted { found.append(missing(use.span, entry.en)) }
    }
    return found
  }

  private func missing(_ span: TextSpan, _ name: String) -> CheckFinding {
    CheckFinding(
      side: .source, span: span,
      finding: Finding(
        .warning, "name-missing", "the English does not name '\(name)'",
        fix: "name it, or correct its spelling"))
  }

  /// Whether a phrase stands in folded text as whole words.
  private static func stands(_ phrase: String, in folded: String) -> Bool {
    folded.holdsWord(phrase.withoutDiacritics.lowercased())
  }

  // MARK: Renderings

  private func renderings() -> [CheckFinding] {
    var told: Set<String> = []
    var found: [CheckFinding] = []
    for use in uses {
      let entry = index.entry(use.entry)
      let right = [entry.en] + entry.also
      for avoided in entry.avoid
      where !right.contains(avoided.text) && !told.contains(avoided.text) {
        guard let span = english.span(ofWord: avoided.text) else { continue }
        told.insert(avoided.text)
        let reason = avoided.reason.isEmpty ? "" : " (\(avoided.reason))"
        found.append(
          CheckFinding(
            side: .target, span: span,
            finding: Finding(
              .warning, "forbidden-rendering",
              "the glossary forbids '\(avoided.text)' for '\(entry.vi)'\(reason)",
              fix: "write '\(entry.en)'")))
      }
      found += expired(use, right, &told)
    }
    return found
  }

  /// Other senses of the term whose period is over on the article's day.
  private func expired(_ use: TermUse, _ right: [String], _ told: inout Set<String>)
    -> [CheckFinding]
  {
    var found: [CheckFinding] = []
    index.eachEntry(use.hit) { other in
      guard index.facts[Int(other)].hasPeriod else { return }
      let entry = index.entry(other)
      guard !entry.isValid(on: day), !right.contains(entry.en), !told.contains(entry.en),
        let span = english.span(ofWord: entry.en)
      else { return }
      told.insert(entry.en)
      let period = "\(entry.validFrom)..\(entry.validUntil)"
      found.append(
        CheckFinding(
          side: .target, span: span,
          finding: Finding(
            .warning, "expired-rendering",
            "'\(entry.en)' for '\(entry.vi)' holds only \(period)",
            fix: "write '\(right[0])'")))
    }
    return found
  }
}

extension String {
  /// Whether a phrase stands in it as whole words.
  fileprivate func holdsWord(_ phrase: String) -> Bool { span(ofWord: phrase) != nil }

  /// Where a phrase first stands as whole words, in bytes.
  fileprivate func span(ofWord phrase: String) -> TextSpan? {
    guard !phrase.isEmpty else { return nil }
    var start = startIndex
    while let range = range(of: phrase, range: start..<endIndex) {
      let before = self[..<range.lowerBound].last.map { $0.isLetter || $0.isNumber } ?? false
      let after = self[range.upperBound...].first.map { $0.isLetter || $0.isNumber } ?? false
      if !before, !after {
        let offset = self[..<range.lowerBound].utf8.count
        return TextSpan(offset, offset + self[range].utf8.count)
      }
      start = index(after: range.lowerBound)
    }
    return nil
  }
}

/// A finding of a check, with the text it is about.
public struct CheckFinding: Hashable, Sendable {
  /// Which of the two texts.
  public enum Side: String, Hashable, Codable, Sendable {
    case source, target
  }

  /// Which text the span is of.
  public let side: Side
  /// Where it stands, in bytes of that text.
  public let span: TextSpan
  /// What is the matter; its place is empty.
  public let finding: Finding
}
