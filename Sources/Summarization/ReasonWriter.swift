import TextModel

/// Says in words why each unit was taken or left.
struct ReasonWriter {
  private let selector: SummarySelector
  private let account: ChoiceAccount
  private let ranks: [Int: Int]

  init(_ selector: SummarySelector, account: ChoiceAccount) {
    self.selector = selector
    self.account = account
    let chosen = selector.units.all.indices.filter { account.isChosen[$0] }
    let sorted = chosen.sorted { (-account.adds[$0], $0) < (-account.adds[$1], $1) }
    ranks = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0 + 1) })
  }

  private func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

  func whyTaken(_ unit: Int) -> String {
    let strongest = selector.plan.parts[unit].filter { $0.value > 0 && $0.name != "constant" }
      .sorted { $0.value > $1.value }.prefix(2)
    let names = strongest.map(\.name).joined(separator: " and ")
    var text = "rank \(ranks[unit] ?? 0)\(names.isEmpty ? "" : ", for its \(names)")"
    let repeated = percent(account.said[unit])
    if repeated > 0 { text += "; \(repeated) % of it is said by others too" }
    let first = selector.units.sentences(selector.units.all[unit]).first
    if let opening = first?.pointsBack, first?.needsAntecedent == false {
      text += "; it opens with ‘\(opening)’"
    }
    if account.isGiven[unit] { text += "; it had to be taken" }
    let followers = selector.units.all.indices.dropFirst(unit + 1).prefix(2).filter {
      account.isChosen[$0] && selector.units.all[$0].chain.contains(unit)
    }
    if let next = followers.first {
      text += "; sentence \(ordinal(next)) needs it"
    }
    return text
  }

  func whyLeft(_ unit: Int) -> String {
    if let barred = selector.units.barred[unit] { return barred }
    if !selector.measure.fitsAlone(unit) { return "longer than the whole budget" }
    let share = account.said[unit]
    if share >= 0.5 { return "\(percent(share)) % of it is said by the sentences taken" }
    if let margin = account.margins[unit], margin < 0 {
      return "adds too little: the best exchange would cost \(rounded(-margin))"
    }
    if account.margins[unit] == nil { return "does not fit in place of any sentence taken" }
    return "others scored higher and filled the budget"
  }

  private func rounded(_ value: Double) -> String {
    let digits = Int((value * 1000).rounded())
    let part = String(digits % 1000)
    return "\(digits / 1000).\(String(repeating: "0", count: 3 - part.count))\(part)"
  }

  private func ordinal(_ unit: Int) -> Int {
    selector.units.sentences(selector.units.all[unit]).first?.ordinal ?? 0
  }
}
