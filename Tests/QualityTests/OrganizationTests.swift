import Foundation
import TestSupport
import Testing
import TextModel
import Workflow

/// Organizations of the world press in the forms and capitals that the press gives them.
@Suite struct OrganizationTests {
  let workbench: Workbench
  let floors: [String: Double]

  init() throws {
    workbench = try Repository.workbench()
    floors = try Repository.floors()
  }

  /// What stands before and after a name; a name at the head of a sentence has a capital.
  private static let carriers = [
    ("Theo ", ", tình hình đang được cải thiện."),
    ("Đại diện của ", " hôm qua cho biết như vậy."),
    ("Ông từng làm việc cho ", " trong nhiều năm."),
    ("", " đã lên tiếng về vụ việc này."),
  ]

  /// Each form in one of the sentences, in turns.
  @Test func organizationsInTheirForms() throws {
    let floor = try #require(floors["organizations_found"])
    var count = 0
    var misses: [String] = []
    for line in try Repository.lines("Tests/Fixtures/gold/organizations.tsv").dropFirst() {
      let cells = line.split(separator: "\t").map(String.init)
      for form in cells[0].split(separator: "|").map(String.init) {
        let (before, after) = Self.carriers[count % Self.carriers.count]
        count += 1
        let name = before.isEmpty ? form.prefix(1).uppercased() + form.dropFirst() : form
        let start = before.utf8.count
        let found = targets(
          in: before + name + after, over: TextSpan(start, start + name.utf8.count))
        if !cells[1].split(separator: "|").contains(where: { english in
          found.contains { holds($0, String(english)) }
        }) {
          misses.append("\(form): \(found)")
        }
      }
    }
    #expect(count > 1000)
    #expect(Double(count - misses.count) / Double(count) >= floor, "\(misses)")
  }

  private func targets(in text: String, over span: TextSpan) -> [String] {
    let bytes = Array(text.utf8)
    return workbench.annotator.annotate(bytes, parts: [TextSpan(0, bytes.count)]).annotations
      .filter { $0.span.overlaps(span) }.map(\.target)
  }

  /// Whether a name stands in a text as whole words, a plural among them.
  private func holds(_ text: String, _ name: String) -> Bool {
    guard let range = text.range(of: name) else { return false }
    let before = text[..<range.lowerBound].last.map { $0.isLetter || $0.isNumber } ?? false
    let rest = text[range.upperBound...].drop { $0 == "s" }
    return !before && !(rest.first.map { $0.isLetter || $0.isNumber } ?? false)
  }
}
