import TextModel
import Vietnamese

/// Applies the user's rules to a text. It owns ICU's patterns and stays on one thread.
struct RuleMatcher {
  private let rules: [(rule: BreakRule, pattern: Pattern)]
  private let replacesOwn: Bool

  /// Rules whose pattern is no regular expression are left out; readers name them before.
  init(_ rules: BreakRules) {
    self.rules = rules.rules.compactMap { rule in
      Pattern(rule.pattern).map { (rule, $0) }
    }
    replacesOwn = rules.replacesOwn
  }

  /// The places of which a rule speaks, ascending, before the white space there, and the first such rule.
  /// - Throws: `ICUError` with the rule's name when matching takes too long.
  func decisions(_ text: [UInt8]) throws(ICUError) -> [(place: Int, rule: BreakRule)] {
    var first: [Int: Int] = [:]
    for (index, entry) in rules.enumerated() {
      let ends: [Int]
      do {
        ends = try entry.pattern.ends(in: text)
      } catch {
        throw ICUError("match the sentence rule \(entry.rule.name)", name: error.name)
      }
      for end in ends {
        let place = text.withoutSpace(before: end)
        if place > 0, first[place] == nil { first[place] = index }
      }
    }
    return first.keys.sorted().compactMap { place in
      first[place].map { (place, rules[$0].rule) }
    }
  }

  /// Own candidates with the user's decisions in their place. Line ends stay.
  func apply(
    to own: [SentenceCandidate], _ text: [UInt8], from start: Int
  ) throws(ICUError) -> [SentenceCandidate] {
    var result: [SentenceCandidate] = []
    var quotation = QuotationState()
    var rest = own.filter { !replacesOwn || $0.rule == "line-end" }[...]
    for (offset, rule) in try decisions(text) {
      let place = start + offset
      while let next = rest.first, next.end < place { result.append(rest.removeFirst()) }
      quotation.advance(text, to: offset)
      var isLineEnd = false
      while let next = rest.first, next.end == place {
        rest.removeFirst()
        if next.rule == "line-end" {
          isLineEnd = true
          result.append(next)
        }
      }
      if isLineEnd { continue }
      result.append(
        SentenceCandidate(
          end: place, isBoundary: rule.breaks, rule: rule.name, isInsideQuotation: quotation.isOpen)
      )
    }
    return result + rest
  }
}

/// Whether a quotation is open at a place of a line.
struct QuotationState {
  private var offset = 0
  private var depth = 0
  private var isStraightOpen = false

  /// Whether one is open here.
  var isOpen: Bool { depth > 0 || isStraightOpen }

  /// Goes on to a later place of valid UTF-8.
  mutating func advance(_ text: [UInt8], to place: Int) {
    while offset < place {
      let (scalar, length) = text.scalar(at: offset)
      switch scalar {
      case 0x0A, 0x0D: (depth, isStraightOpen) = (0, false)
      case 0x22: isStraightOpen.toggle()
      case 0x201C: depth += 1
      case 0x201D: depth = max(0, depth - 1)
      default: break
      }
      offset += length
    }
  }
}

extension [UInt8] {
  /// The offset before the white space that ends at an offset.
  fileprivate func withoutSpace(before offset: Int) -> Int {
    var end = offset
    while let (scalar, length) = scalar(before: end), Tokenizer.isSpace(scalar) { end -= length }
    return end
  }
}
