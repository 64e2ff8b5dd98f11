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
  private let reader: EnglishReader
  /// The Vietnamese, for its figures.
  private let text: String
  /// The article's day, ISO 8601.
  let day: String?

  private let values: Set<Decimal>

  init(
    index: TermIndex, source: AnnotatedText, uses: [TermUse], text: String, english: String,
    reader: EnglishReader, day: String?
  ) {
    self.text = text
    self.reader = reader
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
    let lower = CheckedEnglish(english)
    var found = source.findings.map {
      CheckFinding(side: .source, span: $0.span, finding: $0.finding)
    }
    found += missingValues(lower) + missingNames(lower)
    found.sort { $0.span.start < $1.span.start }
    return found + renderings() + addedFigures()
  }

  /// The same without what is wrong with the source alone.
  func disagreements() -> [CheckFinding] {
    let lower = CheckedEnglish(english)
    let missing = (missingValues(lower) + missingNames(lower)).sorted {
      $0.span.start < $1.span.start
    }
    return missing + renderings() + addedFigures()
  }

  // MARK: Figures and dates

  private func missingValues(_ lower: CheckedEnglish) -> [CheckFinding] {
    var told: Set<String> = []
    return source.annotations.compactMap { annotation in
      guard annotation.value != nil || annotation.kind == .date,
        !lower.lower.contains(annotation.target.lowercased()), !holds(annotation),
        !isSmall(annotation), told.insert(annotation.value ?? annotation.target).inserted
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

  /// `một tháng`, `hai người`: English may say *a month*, *the couple*.
  private func isSmall(_ annotation: Annotation) -> Bool {
    guard annotation.kind != .date, annotation.kind != .time,
      !annotation.surface.contains(where: \.isNumber)
    else { return false }
    return Self.numbers(in: annotation.value ?? "").allSatisfy { $0 <= 2 }
  }

  private func holds(_ annotation: Annotation) -> Bool {
    switch annotation.kind {
    case .date where annotation.value == nil: holdsWords(of: annotation)
    case .date where annotation.origin == "date:counted":
      holdsWords(of: annotation) || holdsDate(annotation)
    case .date: holdsDate(annotation)
    case .time: holdsTime(annotation.value ?? "")
    default: Self.numbers(in: annotation.value ?? "").allSatisfy(values.contains)
    }
  }

  /// The weekday, or the number of days and years, that the annotation's own English has.
  private func holdsWords(of annotation: Annotation) -> Bool {
    let own = reader.read(annotation.target)
    return own.weekdays.isSubset(of: facts.weekdays)
      && own.figures.allSatisfy { $0.value <= 2 || values.contains($0.value) }
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
    // A century or decade is held by its own number.
    let own = Self.numbers(in: annotation.surface)
    if ends.count > 1, !own.isEmpty, own.allSatisfy(values.contains) { return true }
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
    var known = Set(reader.read(text).figures.map(\.value))
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

  private func missingNames(_ lower: CheckedEnglish) -> [CheckFinding] {
    var told: Set<String> = []
    var found: [CheckFinding] = []
    for person in source.persons {
      let last = person.name.split(separator: " ").last.map(String.init) ?? person.name
      guard let span = person.mentions.first, !lower.holds(last), !lower.holds(person.name) else {
        continue
      }
      found.append(missing(span, person.name))
    }
    for name in source.annotations where isCopied(name) && !lower.holds(name.target) {
      let words = name.target.split(separator: " ").map(String.init).filter { $0.count > 3 }
      if !words.isEmpty, words.allSatisfy({ lower.holds($0) }) { continue }
      if told.insert(name.target).inserted { found.append(missing(name.span, name.target)) }
    }
    for use in uses {
      let fact = index.facts[Int(use.entry)]
      guard fact.tag == .properName, !fact.isPerson,
        [.place, .organization].contains(fact.kind)
      else { continue }
      let entry = index.entry(use.entry)
      if !isNamed(use, lower), told.insert(entry.en).inserted {
        found.append(missing(use.span, entry.en))
      }
    }
    return found
  }

  /// A foreign name that no glossary has: English spells it as Vietnamese does.
  private func isCopied(_ name: Annotation) -> Bool {
    ["name", PhraseComposer.ownName].contains(name.origin) && name.kind != .person
      && name.target.utf8.allSatisfy { $0 < 0x80 }
  }

  /// Whether the English names what was used, by any name of any sense of it, or by its initials.
  private func isNamed(_ use: TermUse, _ lower: CheckedEnglish) -> Bool {
    var isThere = false
    index.eachEntry(use.hit) { sense in
      guard !isThere else { return }
      let entry = index.entry(sense)
      let forms = [entry.en, entry.adjective, entry.attributive] + entry.also + entry.variants
      isThere = forms.contains { lower.holdsName($0) }
    }
    return isThere || lower.holds(Self.initials(index.english(use.entry)))
  }

  /// `NSF` of *National Science Foundation*; empty for names of fewer than three words.
  private static func initials(_ name: String) -> String {
    let words = name.split(separator: " ").filter { $0.first?.isUppercase == true }
    return words.count < 3 ? "" : String(words.compactMap(\.first))
  }

  private func missing(_ span: TextSpan, _ name: String) -> CheckFinding {
    CheckFinding(
      side: .source, span: span,
      finding: Finding(
        .warning, "name-missing", "the English does not name '\(name)'",
        fix: "name it, or correct its spelling"))
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
  /// Where a phrase first stands as whole words, in bytes.
  func span(ofWord phrase: String) -> TextSpan? {
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
