/// The words of a diff, the same in every form of report.
enum DiffLines {
  /// The title of one kind of change.
  static func title(_ kind: Change.Kind) -> String {
    switch kind {
    case .figure: "Figures"
    case .date: "Dates"
    case .incomparable: "Source changed too much to compare"
    case .source: "Edited at the source"
    case .boundary: "Sentences cut elsewhere"
    case .entered: "Entered the key points"
    case .left: "Left the key points"
    case .moved: "Moved among the key points"
    case .glance: "At a glance"
    case .rendering: "Renderings"
    case .sense: "Senses"
    case .gist: "English of sentences"
    case .story: "Stories"
    case .headline: "Headline"
    case .metadata: "About the page"
    case .repair: "Repairs"
    case .list: "Names, terms, doubts"
    case .finding: "Findings"
    case .score: "Scores"
    }
  }

  /// The changes under their titles, in the order of kinds.
  static func groups(_ changes: [Change]) -> [(title: String, changes: [Change])] {
    Change.Kind.allCases.compactMap { kind in
      let mine = changes.filter { $0.kind == kind }
      return mine.isEmpty ? nil : (title(kind), mine)
    }
  }

  /// The sentences concerned, in words.
  static func place(_ change: Change) -> String {
    let numbers = change.sentences.filter { $0 > 0 }.map(String.init)
    if numbers.isEmpty { return "" }
    return " (sentence\(numbers.count == 1 ? "" : "s") \(numbers.joined(separator: ", ")))"
  }

  /// The pieces of a text put together, each as a form writes it.
  static func joined(_ edits: [WordEdit], _ write: (WordEdit) -> String) -> String {
    edits.reduce(into: "") { text, edit in
      text += (text.isEmpty || edit.isGlued ? "" : " ") + write(edit)
    }
  }

  /// One cause in words.
  static func cause(_ cause: Cause) -> String {
    let name =
      switch cause.factor {
      case .input: "source"
      case .glossary: "glossary"
      case .option, .memory: ""
      case .weights: "weights"
      case .data: "data"
      case .engine: "engine"
      case .version: "version"
      case .set: "set"
      }
    return [name, cause.detail, cause.isJoint ? "(with others)" : ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// What became of an article, in one word.
  static func status(_ status: ArticleDiff.Status) -> String {
    switch status {
    case .added: "added"
    case .gone: "gone"
    case .changed: "changed"
    }
  }

  /// The counts of a diff in one line.
  static func summary(_ diff: RunDiff) -> String {
    if diff.isEmpty { return "no changes; \(articles(diff.unchanged)) the same" }
    var parts: [String] = []
    for status in [ArticleDiff.Status.changed, .added, .gone] {
      let count = diff.articles.count { $0.status == status }
      if count > 0 { parts.append("\(articles(count)) \(self.status(status))") }
    }
    let count = diff.set.count
    if count > 0 { parts.append("\(count) change\(count == 1 ? "" : "s") of the set") }
    return parts.joined(separator: ", ") + "; \(articles(diff.unchanged)) the same"
  }

  /// How far causes were looked for; nil when nothing was left out.
  static func limit(_ diff: RunDiff) -> String? {
    if diff.untried == 0 { return nil }
    let changed = diff.articles.count { $0.status == .changed }
    return
      "causes were looked for in \(changed - diff.untried) of \(articles(changed)) that changed; "
      + "--all-causes looks in all, however long it takes"
  }

  private static func articles(_ count: Int) -> String {
    "\(count) article\(count == 1 ? "" : "s")"
  }

  /// A metric in one line.
  static func metric(_ metric: MetricDelta) -> String {
    let change = metric.after - metric.before
    let interval = metric.interval.map(short).joined(separator: " to ")
    return "\(metric.name): \(short(metric.before)) → \(short(metric.after)) "
      + "(\(change < 0 ? "" : "+")\(short(change)), 95 % interval \(interval), \(metric.articles) articles)"
  }

  private static func short(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "−" : ""
    let digits = abs(hundredths)
    let rest = digits % 100
    if rest == 0 { return "\(sign)\(digits / 100)" }
    return "\(sign)\(digits / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
