import TextModel
import Vietnamese

/// All phrases found in a run of tokens: for each span and category the cheapest.
///
/// Source: Cocke, Kasami and Younger's bottom-up parsing (Younger 1967), best cost first. Ties go to
/// the lower cost, then the lower rule, then the shorter left part, so the result never changes.
struct Chart {
  struct Item {
    let symbol: Int32
    let cost: Float
    /// The rule, -1 inside a rule, -2 for an edge of the lattice.
    let rule: Int32
    /// The items it is made of; for an edge, its number.
    let left: Int32
    let right: Int32
  }

  private(set) var items: ContiguousArray<Item> = []
  /// By span: where its items stand.
  private var cells: [Range<Int32>]
  private var masks: [SymbolMask]
  private var slots: ContiguousArray<Int32>
  private let grammar: Grammar
  private let first: Int
  private let count: Int

  /// Finds all phrases between two tokens.
  init(_ grammar: Grammar, edges: [LatticeEdge], tokens: [Token], in range: Range<Int>) {
    self.grammar = grammar
    first = range.lowerBound
    count = range.count
    cells = [Range<Int32>](repeating: 0..<0, count: (count + 1) * (count + 1))
    masks = [SymbolMask](repeating: SymbolMask(), count: (count + 1) * (count + 1))
    slots = ContiguousArray(repeating: -1, count: grammar.symbolCount)
    items.reserveCapacity(count * count * 8)
    var starting = [[Int]](repeating: [], count: count)
    for (number, edge) in edges.enumerated()
    where edge.start >= first && edge.end <= range.upperBound {
      starting[edge.start - first].append(number)
    }
    for length in 1...max(1, count) where length <= count {
      for start in 0...(count - length) {
        let end = start + length
        let begin = items.count
        for number in starting[start] where edges[number].end - first == end {
          add(edges[number], number: number, tokens: tokens)
        }
        for middle in stride(from: start + 1, to: end, by: 1) { combine(start, middle, end) }
        closeUnary(from: begin)
        finish(begin, cell: start * (count + 1) + end)
      }
    }
  }

  /// The items of a span.
  func items(from start: Int, to end: Int) -> Range<Int> {
    let range = cells[(start - first) * (count + 1) + end - first]
    return Int(range.lowerBound)..<Int(range.upperBound)
  }

  @inline(__always)
  private mutating func offer(_ item: Item) {
    let slot = Int(slots[Int(item.symbol)])
    if slot < 0 {
      slots[Int(item.symbol)] = Int32(items.count)
      items.append(item)
    } else if item.cost < items[slot].cost - 1e-5 {
      items[slot] = item
    }
  }

  private mutating func add(_ edge: LatticeEdge, number: Int, tokens: [Token]) {
    func item(_ symbol: Symbol) -> Item {
      Item(symbol: Int32(symbol), cost: edge.cost, rule: -2, left: Int32(number), right: -1)
    }
    let symbol = grammar.tagSymbols[edge.tag]
    if symbol >= 0 {
      offer(item(symbol))
      for refinement in grammar.refinements[symbol]
      where edge.classes.isSuperset(of: refinement.classes) {
        offer(item(refinement.symbol))
      }
    }
    var node = SyllableTrie.root
    for index in edge.start..<edge.end {
      guard let child = grammar.literals.child(of: node, tokens[index].key) else { return }
      node = child
    }
    if let literal = grammar.literals.value(at: node) {
      offer(item(grammar.literalSymbols[literal]))
    }
  }

  private mutating func combine(_ start: Int, _ middle: Int, _ end: Int) {
    let width = count + 1
    let left = cells[start * width + middle]
    let right = cells[middle * width + end]
    if left.isEmpty || right.isEmpty { return }
    let mask = masks[middle * width + end]
    for leftIndex in left {
      let leftItem = items[Int(leftIndex)]
      guard grammar.rightMasks[Int(leftItem.symbol)].overlaps(mask) else { continue }
      for rightIndex in right {
        let rightItem = items[Int(rightIndex)]
        for step in grammar.steps(Int(leftItem.symbol), Int(rightItem.symbol)) {
          let step = grammar.pairSteps[step]
          offer(
            Item(
              symbol: Int32(step.result), cost: leftItem.cost + rightItem.cost + step.cost,
              rule: step.rule, left: leftIndex, right: rightIndex))
        }
      }
    }
  }

  private mutating func closeUnary(from begin: Int) {
    var index = begin
    var improved: [Int] = []
    while index < items.count || !improved.isEmpty {
      let current: Int
      if let again = improved.popLast() {
        current = again
      } else {
        current = index
        index += 1
      }
      let item = items[current]
      for step in grammar.unary[Int(item.symbol)] {
        let cost = item.cost + step.cost
        let slot = Int(slots[step.result])
        let candidate = Item(
          symbol: Int32(step.result), cost: cost, rule: step.rule, left: Int32(current), right: -1)
        if slot < 0 {
          offer(candidate)
        } else if cost < items[slot].cost - 1e-5 {
          items[slot] = candidate
          if slot < index { improved.append(slot) }
        }
      }
    }
  }

  private mutating func finish(_ begin: Int, cell: Int) {
    var mask = SymbolMask()
    for index in begin..<items.count {
      slots[Int(items[index].symbol)] = -1
      mask.insert(Int(items[index].symbol))
    }
    cells[cell] = Int32(begin)..<Int32(items.count)
    masks[cell] = mask
  }
}
