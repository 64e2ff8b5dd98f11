/// chrF2 of a set of translations against one reference each, as sacreBLEU 2 computes it: n-grams of
/// 1 to 6 characters, white space left out, recall counted twice, counts summed over the set.
///
/// Source: Popović 2015, *chrF: character n-gram F-score for automatic MT evaluation*; Post 2018.
public struct CharacterFScore: Hashable, Sendable {
  private static let orders = 6
  private static let beta = 2.0
  private var found = [Int](repeating: 0, count: orders)
  private var wanted = [Int](repeating: 0, count: orders)
  private var matched = [Int](repeating: 0, count: orders)

  /// Nothing counted yet.
  public init() {}

  /// Counts one translation.
  public mutating func add(_ translation: String, reference: String) {
    let hypothesis = Self.characters(translation)
    let gold = Self.characters(reference)
    for order in 1...Self.orders {
      let left = Self.grams(hypothesis, order)
      let right = Self.grams(gold, order)
      let total = max(0, gold.count - order + 1)
      found[order - 1] += total > 0 ? max(0, hypothesis.count - order + 1) : 0
      wanted[order - 1] += total
      for (gram, count) in left { matched[order - 1] += min(count, right[gram] ?? 0) }
    }
  }

  /// The score, 0 to 100.
  public var value: Double {
    var precision = 0.0
    var recall = 0.0
    var orders = 0
    for index in 0..<Self.orders where found[index] > 0 && wanted[index] > 0 {
      precision += Double(matched[index]) / Double(found[index])
      recall += Double(matched[index]) / Double(wanted[index])
      orders += 1
    }
    guard orders > 0, precision + recall > 0 else { return 0 }
    precision /= Double(orders)
    recall /= Double(orders)
    let factor = Self.beta * Self.beta
    return 100 * (1 + factor) * precision * recall / (factor * precision + recall)
  }

  private static func characters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }
  }

  private static func grams(_ text: [Unicode.Scalar], _ order: Int) -> [ArraySlice<Unicode.Scalar>:
    Int]
  {
    var counts: [ArraySlice<Unicode.Scalar>: Int] = [:]
    guard text.count >= order else { return counts }
    for start in 0...(text.count - order) { counts[text[start..<(start + order)], default: 0] += 1 }
    return counts
  }
}
