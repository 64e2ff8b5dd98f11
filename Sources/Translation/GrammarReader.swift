import TextModel
import Vietnamese

/// Reads a grammar file; a broken rule gives a finding with file and line, and the rest is read.
struct GrammarReader {
  private let keys: (String) -> [MatchKey]
  private var symbols = SymbolTable()
  private var refinements: [Symbol: [Grammar.Refinement]] = [:]
  private var literals = SyllableTrie(capacity: 512)
  private var literalSymbols: [Symbol] = []
  private var rules: [GrammarRule] = []
  private(set) var findings: [Finding] = []
  private let file: String

  /// Makes a reader that looks up literal words by the keys that a function gives.
  init(file: String, keys: @escaping (String) -> [MatchKey]) {
    self.keys = keys
    self.file = file
  }

  /// The grammar of a table. Columns: id, result, vi, en, cost, example vi, example en.
  mutating func read(_ table: DataTable) -> Grammar {
    let top = symbols.number("TOP")
    var ids: [String: Int] = [:]
    for row in table.rows {
      do throws(RuleProblem) {
        let rule = try rule(row)
        if let line = ids[rule.id] {
          throw RuleProblem(message: "the id '\(rule.id)' is taken by line \(line)")
        }
        ids[rule.id] = row.line
        rules.append(rule)
      } catch {
        report(error.message, row.line)
      }
    }
    dropCycles()
    dropUnreachable()
    return Grammar(
      rules: rules, symbols: symbols, top: top, refinements: refinements, literals: literals,
      literalSymbols: literalSymbols)
  }

  private mutating func report(_ message: String, _ line: Int) {
    findings.append(
      Finding(
        .error, "grammar-rule", message, at: .init(file: file, line: line),
        fix: "mend or delete the rule; the others are loaded"))
  }

  private mutating func rule(_ row: DataTable.Row) throws(RuleProblem) -> GrammarRule {
    let id = row["id"]
    guard !id.isEmpty, !row["result"].isEmpty, !row["vi"].isEmpty else {
      throw RuleProblem(message: "the rule lacks an id, a result or a Vietnamese side")
    }
    guard let cost = Float(row["cost"]), cost.isFinite else {
      throw RuleProblem(message: "the cost '\(row["cost"])' of rule '\(id)' is no number")
    }
    let sides = try split(row["vi"])
    guard (1...6).contains(sides.count) else {
      throw RuleProblem(message: "rule '\(id)' has \(sides.count) children; 1 to 6 are possible")
    }
    var children: [Symbol] = []
    for side in sides { children.append(try child(side)) }
    return GrammarRule(
      id: id, line: row.line, result: symbols.number(row["result"]), children: children,
      english: try EnglishPart.parse(row["en"], children: children.count), cost: cost,
      example: (row["example vi"], row["example en"]))
  }

  /// Cuts the Vietnamese side at spaces, but not inside quotes.
  private func split(_ text: String) throws(RuleProblem) -> [String] {
    var parts: [String] = []
    var current = ""
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == " ", !isQuoted {
        if !current.isEmpty { parts.append(current) }
        current = ""
      } else {
        current.append(character)
      }
    }
    if isQuoted { throw RuleProblem(message: "a quote in '\(text)' is not closed") }
    if !current.isEmpty { parts.append(current) }
    return parts
  }

  private mutating func child(_ text: String) throws(RuleProblem) -> Symbol {
    if text.hasPrefix("\"") { return literal(text) }
    guard let open = text.firstIndex(of: "[") else { return symbols.number(text) }
    guard text.last == "]" else { throw RuleProblem(message: "the bracket in '\(text)' is open") }
    let known = symbols.find(text)
    let symbol = symbols.number(text)
    let base = symbols.number(String(text[..<open]))
    var classes: WordClass = []
    for name in text[text.index(after: open)...].dropLast().split(separator: " ") {
      guard let value = WordClass.byName[String(name)] else {
        let all = WordClass.byName.keys.sorted().joined(separator: ", ")
        throw RuleProblem(message: "'\(name)' is no class of words; there are \(all)")
      }
      classes.formUnion(value)
    }
    if known == nil {
      refinements[base, default: []].append(.init(symbol: symbol, classes: classes))
    }
    return symbol
  }

  private mutating func literal(_ quoted: String) -> Symbol {
    let symbol = symbols.number(quoted)
    let slot = literals.insert(
      keys(String(quoted.dropFirst().dropLast())), value: literalSymbols.count)
    if slot == literalSymbols.count { literalSymbols.append(symbol) }
    return literalSymbols[slot]
  }

  /// Rules with one child must not lead back to where they began: the search would not end.
  private mutating func dropCycles() {
    var targets: [Symbol: [Symbol]] = [:]
    func reaches(_ from: Symbol, _ goal: Symbol) -> Bool {
      var open = [from]
      var seen: Set<Symbol> = []
      while let next = open.popLast() {
        if next == goal { return true }
        if seen.insert(next).inserted { open += targets[next] ?? [] }
      }
      return false
    }
    var kept: [GrammarRule] = []
    for rule in rules {
      if rule.children.count == 1 {
        if reaches(rule.result, rule.children[0]) {
          let name = symbols.names[rule.children[0]]
          report("rule '\(rule.id)' closes a cycle: '\(name)' would be made of itself", rule.line)
          continue
        }
        targets[rule.children[0], default: []].append(rule.result)
      }
      kept.append(rule)
    }
    rules = kept
  }

  /// A rule whose child nothing makes is a slip of the pen.
  private mutating func dropUnreachable() {
    var made = Set(rules.map(\.result))
    made.formUnion(Tags.all.compactMap { symbols.find($0) })
    made.formUnion(literalSymbols)
    for (base, list) in refinements where made.contains(base) { made.formUnion(list.map(\.symbol)) }
    rules = rules.filter { rule in
      guard let child = rule.children.first(where: { !made.contains($0) }) else { return true }
      report("no rule and no tag makes '\(symbols.names[child])' of rule '\(rule.id)'", rule.line)
      return false
    }
    let used = symbols.names.count + rules.reduce(0) { $0 + max(0, $1.children.count - 2) }
    if used > SymbolMask.limit {
      report("the grammar needs \(used) categories; \(SymbolMask.limit) are possible", 1)
      rules = []
    }
  }
}
