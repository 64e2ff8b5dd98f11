import TextModel
import Vietnamese

/// A rule of the grammar: a Vietnamese side, and the English side with its order and features.
struct GrammarRule: Sendable {
  let id: String
  let line: Int
  let result: Symbol
  let children: [Symbol]
  let english: [EnglishPart]
  let cost: Float
  let example: (vi: String, en: String)
}

/// A weighted synchronous grammar, made ready for the chart: every rule has one or two children.
///
/// Source: Aho and Ullman 1969 for syntax-directed translation; Chiang 2007 for the glue.
struct Grammar: Sendable {
  /// A step of the chart: two children, or one, give a category.
  struct Step: Sendable {
    let result: Symbol
    let cost: Float
    /// The rule, -1 for a step in the middle of one.
    let rule: Int32
  }

  /// A preterminal that asks for classes of a tag.
  struct Refinement: Sendable {
    let symbol: Symbol
    let classes: WordClass
  }

  let rules: [GrammarRule]
  let symbols: SymbolTable
  /// The category of what may stand alone.
  let top: Symbol
  /// Steps with one child, by the child.
  let unary: [[Step]]
  /// The steps of each pair of children, one after the other; `slots` says where.
  let pairSteps: [Step]
  private let slots: [Int32]
  /// The categories that may stand right of a category, as bits.
  let rightMasks: [SymbolMask]
  /// By tag: the preterminals that ask for more than the tag.
  let refinements: [[Refinement]]
  /// By tag of the lattice: its category, -1 when no rule uses it.
  let tagSymbols: [Symbol]
  /// Words that rules name, by their keys.
  let literals: SyllableTrie
  /// The category of each literal.
  let literalSymbols: [Symbol]

  var symbolCount: Int { symbols.names.count }

  /// The steps of two children: a range of `pairSteps`.
  @inline(__always)
  func steps(_ left: Symbol, _ right: Symbol) -> Range<Int> {
    let slot = Int(slots[left * symbols.names.count + right])
    return slot < 0 ? 0..<0 : Int(pairStarts[slot])..<Int(pairStarts[slot + 1])
  }
  private let pairStarts: [Int32]

  init(
    rules: [GrammarRule], symbols: SymbolTable, top: Symbol, refinements: [Symbol: [Refinement]],
    literals: SyllableTrie, literalSymbols: [Symbol]
  ) {
    var symbols = symbols
    var unary: [Symbol: [Step]] = [:]
    var pairs: [(left: Symbol, right: Symbol, step: Step)] = []
    for (number, rule) in rules.enumerated() {
      let last = Step(result: rule.result, cost: rule.cost, rule: Int32(number))
      guard rule.children.count > 1 else {
        unary[rule.children[0], default: []].append(last)
        continue
      }
      var left = rule.children[0]
      for position in 1..<(rule.children.count - 1) {
        let name = rule.children[...position].map { symbols.names[$0] }.joined(separator: " ")
        let known = symbols.find("<\(name)>")
        let middle = symbols.number("<\(name)>")
        if known == nil {
          pairs.append((left, rule.children[position], Step(result: middle, cost: 0, rule: -1)))
        }
        left = middle
      }
      pairs.append((left, rule.children[rule.children.count - 1], last))
    }
    let count = symbols.names.count
    let ordered = pairs.enumerated().sorted {
      ($0.element.left, $0.element.right, $0.offset) < (
        $1.element.left, $1.element.right, $1.offset
      )
    }.map(\.element)
    var slots = [Int32](repeating: -1, count: count * count)
    var starts: [Int32] = []
    var masks = [SymbolMask](repeating: SymbolMask(), count: count)
    for (index, pair) in ordered.enumerated() {
      let slot = pair.left * count + pair.right
      if slots[slot] < 0 {
        slots[slot] = Int32(starts.count)
        starts.append(Int32(index))
      }
      masks[pair.left].insert(pair.right)
    }
    starts.append(Int32(ordered.count))
    self.rules = rules
    self.symbols = symbols
    self.top = top
    self.unary = (0..<count).map { unary[$0] ?? [] }
    pairSteps = ordered.map(\.step)
    self.slots = slots
    pairStarts = starts
    rightMasks = masks
    self.refinements = (0..<count).map { refinements[$0] ?? [] }
    tagSymbols = Tags.all.map { [symbols] in symbols.find($0) ?? -1 }
    self.literals = literals
    self.literalSymbols = literalSymbols
  }
}

/// A set of categories, as 512 bits.
struct SymbolMask: Sendable {
  private var words: SIMD8<UInt64> = .zero

  /// The most categories that a grammar may have.
  static let limit = 512

  mutating func insert(_ symbol: Symbol) { words[symbol >> 6] |= 1 << UInt64(symbol & 63) }
  func overlaps(_ other: SymbolMask) -> Bool { (words & other.words) != .zero }
}
