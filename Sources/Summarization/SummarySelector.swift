import TextModel

/// Chooses units by the plan of a method, within the budget, and gives every sentence its reason.
struct SummarySelector {
  let units: SummaryUnits
  let table: PairTable
  let plan: SummaryPlan
  let measure: BudgetMeasure
  let scores: [Double]

  init(units: SummaryUnits, table: PairTable, plan: SummaryPlan) {
    self.units = units
    self.table = table
    self.plan = plan
    measure = BudgetMeasure(units)
    scores = plan.parts.map { $0.reduce(0) { $0 + $1.value } }
  }

  /// The summary; `order` gives for each document its place in the set as it was given.
  func summary(method: String, order: [Int]) -> Summary {
    var notes: [Finding] = []
    let open = units.all.indices.filter { units.barred[$0] == nil && chainFits($0) }
    let given = musts(open: open, notes: &notes)
    let said = saidBefore()
    let chosen = search(from: given, open: open, said: said)
    if chosen.isEmpty, let least = measure.costs.min(), least > 0 {
      notes.append(tooShort(least))
    }
    let account = ChoiceAccount(self, chosen: chosen, given: given, said: said)
    let writer = ReasonWriter(self, account: account)
    let selections = chosen.flatMap { candidates($0, writer.whyTaken($0), account, order) }
    var left = units.all.indices.filter { !account.isChosen[$0] }
    left.sort { (-scores[$0], $0) < (-scores[$1], $1) }
    let rejections =
      left.flatMap { candidates($0, writer.whyLeft($0), account, order) }
      + units.dropped.flatMap { dropped($0, order) }
    return Summary(method: method, selections: selections, rejections: rejections, notes: notes)
  }

  // MARK: Choosing

  private func chainFits(_ unit: Int) -> Bool {
    let chain = units.all[unit].chain
    return measure.fits(chain.reduce(0) { $0 + measure.costs[$1] }, used: 0)
  }

  /// The units taken before the search, one for each concept that must be spoken of.
  private func musts(open: [Int], notes: inout [Finding]) -> [Int] {
    var given: [Int] = []
    for concept in units.options.must {
      if given.contains(where: { concept.stands(in: units.all[$0].keys) }) { continue }
      let used = given.reduce(0) { $0 + measure.costs[$1] }
      let fitting = open.filter { unit in
        let added = units.all[unit].chain.filter { !given.contains($0) }
        return concept.stands(in: units.all[unit].keys)
          && measure.fits(added.reduce(0) { $0 + measure.costs[$1] }, used: used)
      }
      if let best = fitting.max(by: { (scores[$0], -$0) < (scores[$1], -$1) }) {
        given += units.all[best].chain.filter { !given.contains($0) }
      } else {
        notes.append(
          Finding(
            .warning, "summary-must",
            "no sentence that speaks of ‘\(concept.name)’ could be taken within the budget"))
      }
    }
    return given.sorted()
  }

  private func tooShort(_ least: Int) -> Finding {
    Finding(
      .warning, "summary-empty",
      "no sentence fits in \(BudgetMeasure.description(units.options.budget))",
      fix: "give a larger budget; sentences are taken whole")
  }

  /// The pairs that the reader has already: those of a lede that is shown.
  private func saidBefore() -> [Bool] {
    var said = [Bool](repeating: false, count: table.count)
    guard units.options.lede == .shown else { return said }
    for (pair, count) in table.ledes.enumerated() where count > 0 { said[pair] = true }
    return said
  }

  private func search(from given: [Int], open: [Int], said: [Bool]) -> [Int] {
    switch plan.choice {
    case .ranked, .novel:
      return RankedSearch(
        units: units, table: table, measure: measure, scores: scores, penalty: penalty
      ).run(from: given, open: open, covered: said)
    case .coverage(let goal):
      return coverage(goal).run(from: given, open: open)
    }
  }

  /// What a sentence loses for what is said, in methods that rank.
  var penalty: Double {
    guard case .novel(let usual) = plan.choice else { return 0 }
    return units.options.redundancyPenalty ?? usual
  }

  /// The search for a goal; what is said before is worth nothing.
  func coverage(_ goal: CoverageGoal) -> CoverageSearch {
    var weights = goal.weights
    for (pair, isSaid) in saidBefore().enumerated() where isSaid { weights[pair] = 0 }
    return CoverageSearch(
      units: units, table: table,
      goal: CoverageGoal(weights: weights, balance: goal.balance, width: goal.width),
      measure: measure)
  }

  // MARK: Telling

  private func candidates(
    _ index: Int, _ reason: String, _ account: ChoiceAccount, _ order: [Int]
  ) -> [Candidate] {
    let unit = units.all[index]
    let phrases = account.phrases[index]
    return units.sentences(unit).enumerated().map { place, sentence in
      Candidate(
        document: order[unit.document], sentence: sentence.ordinal, score: scores[index],
        parts: plan.parts[index], reason: reason, adds: account.adds[index],
        repeats: account.repeats[index], margin: account.margins[index],
        phrases: phrases?[place] ?? [])
    }
  }

  private func dropped(_ dropped: SummaryUnits.Dropped, _ order: [Int]) -> [Candidate] {
    units.documents[dropped.document].sentences[dropped.sentences].map {
      Candidate(
        document: order[dropped.document], sentence: $0.ordinal, score: 0, parts: [],
        reason: dropped.reason)
    }
  }
}
