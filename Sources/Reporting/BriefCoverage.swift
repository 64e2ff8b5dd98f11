/// How much of what an article names stands in its glance and key points.
struct BriefCoverage {
  private let brief: Brief
  private let given: Set<Int>

  init(_ brief: Brief) {
    self.brief = brief
    given = Set((brief.glance + brief.points).map(\.sentence))
  }

  /// `Glance and key points give 5 of 12 sentences, 6 of 9 names, 2 of 4 dates, 3 of 5 figures.`
  var text: String {
    let all = Set((brief.glance + brief.points + brief.leftOut).map(\.sentence)).count
    var parts = ["\(given.count) of \(all) sentences"]
    let lists = [
      ("names", brief.people + brief.organizations + brief.places), ("dates", brief.dates),
      ("figures", brief.figures),
    ]
    for (name, mentions) in lists where !mentions.isEmpty {
      let held = mentions.count { !given.isDisjoint(with: $0.sentences) }
      parts.append("\(held) of \(mentions.count) \(name)")
    }
    if !brief.quotations.isEmpty {
      let held = brief.quotations.count { !given.isDisjoint(with: $0.sentences) }
      parts.append("\(held) of \(brief.quotations.count) quotations")
    }
    return "Glance and key points give \(parts.joined(separator: ", "))."
  }
}
