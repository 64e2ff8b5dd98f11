/// A budget against the units of a text: what each costs, and how much there is.
struct BudgetMeasure: Sendable {
  /// What each unit costs.
  let costs: [Int]
  /// How much there is.
  let limit: Int
  /// How many words the summary may have at most, whatever the budget counts.
  let wordLimit: Int
  /// The words of each unit.
  let words: [Int]

  /// A summary of so many sentences has no more than so many times as many words as they have on
  /// average, so that sentences are not taken for being long.
  private static let longSentences = 1.5

  init(_ units: SummaryUnits) {
    words = units.all.map(\.words)
    let total = words.reduce(0, +)
    func sum(_ value: (SummarySentence) -> Int) -> [Int] {
      units.all.map { units.sentences($0).reduce(0) { $0 + value($1) } }
    }
    switch units.options.budget {
    case .sentences(let count):
      costs = units.all.map(\.sentences.count)
      limit = count
      let number = max(1, costs.reduce(0, +))
      let average = Double(count) * Double(total) / Double(number)
      wordLimit = count >= number ? total : Int((average * Self.longSentences).rounded(.up))
    case .words(let count):
      (costs, limit, wordLimit) = (words, count, count)
    case .syllables(let count):
      costs = sum(\.syllables)
      limit = count
      wordLimit = Self.words(for: count, of: costs, total)
    case .characters(let count):
      costs = sum { $0.characters + 1 }
      limit = count + 1
      wordLimit = Self.words(for: limit, of: costs, total)
    case .ratio(let share):
      (costs, limit) = (words, Int((share * Double(total)).rounded(.down)))
      wordLimit = limit
    }
  }

  /// What a budget in another measure comes to in words.
  private static func words(for limit: Int, of costs: [Int], _ total: Int) -> Int {
    let all = costs.reduce(0, +)
    if limit >= all { return total }
    return Int((Double(limit) * Double(total) / Double(max(1, all))).rounded(.up)) * 2
  }

  /// Whether something of a cost fits into what is left.
  func fits(_ cost: Int, used: Int) -> Bool { used + cost <= limit }

  /// Whether a unit could stand in a summary by itself.
  func fitsAlone(_ unit: Int) -> Bool { costs[unit] <= limit }

  /// What the budget is, in words.
  static func description(_ budget: SummaryBudget) -> String {
    switch budget {
    case .sentences(let count): "\(count) sentence\(count == 1 ? "" : "s")"
    case .words(let count): "\(count) word\(count == 1 ? "" : "s")"
    case .syllables(let count): "\(count) syllable\(count == 1 ? "" : "s")"
    case .characters(let count): "\(count) character\(count == 1 ? "" : "s")"
    case .ratio(let share): "\((share * 1000).rounded() / 10) % of the words"
    }
  }
}
