import Foundation
import Reporting
import TextModel

extension BriefDiffer {
  /// Changes of the fields that are one value each.
  func fields(_ before: Brief, _ after: Brief) -> [Change] {
    var changes: [Change] = []
    func compare(_ kind: Change.Kind, _ subject: String, _ value: (Brief) -> String?) {
      let was = value(before)
      let now = value(after)
      if was != now { changes.append(Change(kind, subject, before: was, after: now)) }
    }
    compare(.headline, "headline") { $0.headline.vi }
    compare(.headline, "English of the headline") { $0.headline.en }
    compare(.metadata, "published") { $0.metadata.published }
    compare(.metadata, "outlet") { $0.metadata.outlet }
    compare(.metadata, "agency") { $0.metadata.agency }
    compare(.metadata, "author") { $0.metadata.author }
    compare(.metadata, "place") { $0.metadata.place }
    compare(.metadata, "section") { $0.metadata.section }
    compare(.metadata, "address") { $0.metadata.url }
    compare(.metadata, "encoding") { $0.encoding.name }
    return changes
  }

  /// Changes of the lists below the points.
  func lists(_ before: Brief, _ after: Brief) -> [Change] {
    var changes: [Change] = []
    func compare(_ kind: Change.Kind, _ subject: String, _ values: (Brief) -> [String]) {
      let old = values(before)
      let new = values(after)
      let known = Set(old)
      let wanted = Set(new)
      var came = new.filter { !known.contains($0) }
      for value in old where !wanted.contains(value) {
        let partner = came.firstIndex { $0.head == value.head }
        changes.append(
          Change(kind, subject, before: value, after: partner.map { came.remove(at: $0) }))
      }
      for value in came { changes.append(Change(kind, subject, before: nil, after: value)) }
    }
    let mention = { (mention: Brief.Mention) in
      "\(mention.vi) → \(mention.en)\(mention.value.map { " [\($0)]" } ?? "")"
    }
    compare(.figure, "figure") { $0.figures.map(mention) }
    compare(.date, "date") { $0.dates.map(mention) }
    compare(.list, "person") { $0.people.map(mention) }
    compare(.list, "organization") { $0.organizations.map(mention) }
    compare(.list, "place") { $0.places.map(mention) }
    compare(.list, "term") { $0.terms.map(mention) }
    compare(.list, "quotation") { brief in
      brief.quotations.map { "\($0.vi) → \($0.speaker ?? "no speaker named")" }
    }
    compare(.list, "ambiguity") { brief in
      brief.ambiguities.map { "\($0.surface): \($0.renderings.joined(separator: " or "))" }
    }
    compare(.list, "unknown word") { $0.unknowns }
    compare(.repair, "repair") { brief in
      brief.repairs.map { "\($0.before) → \($0.after) (\($0.rule))" }
    }
    compare(.finding, "finding") { brief in brief.findings.map(\.messageWithCode) }
    return changes
  }

  /// One line for briefs that differ in nothing but scores, reasons and bytes.
  func score(_ before: Brief, _ after: Brief) -> Change? {
    if before.id != after.id {
      return Change(
        .source, "bytes of the source", before: String(before.id.prefix(12)),
        after: String(after.id.prefix(12)))
    }
    if before.placed(article: 0, slug: "") == after.placed(article: 0, slug: "") { return nil }
    let old = BriefSentences(before).points.map(\.score)
    let new = BriefSentences(after).points.map(\.score)
    let moved = zip(old, new).count { $0 != $1 }
    return Change(
      .score, moved == 0 ? "reasons and traces" : "scores of \(moved) sentences", before: nil,
      after: "the same choice")
  }
}

extension String {
  /// The Vietnamese of a line `Vietnamese → English`: lines with the same one belong together.
  fileprivate var head: String { components(separatedBy: " → ")[0] }
}

extension Finding {
  /// The finding without its place, which moves with every edit of the source.
  fileprivate var messageWithCode: String { "\(code): \(message)" }
}
