public import TextModel

/// Weights and counts of the word segmenter, from Data/word-weights.tsv and Data/word-counts.tsv.
public struct WordModel: Sendable {
  /// A row whose name is a template and syllables.
  struct SyllableRow: Sendable {
    let template: UInt8
    let syllables: ArraySlice<UInt8>
    let weight: Int32
  }

  /// Templates whose features name syllables: one word, before, after, first of a name, pair.
  private static let syllabic = Set("uabfj".utf8)

  /// The weights of the other features, by the hash of the name.
  private(set) var features: IntegerTable
  private(set) var syllables: [SyllableRow] = []
  /// How often words stand in the treebank.
  private(set) var counts: [(word: ArraySlice<UInt8>, count: Int32)] = []

  /// Reads the two tables.
  public init(weights: DataTable, counts: DataTable) {
    features = IntegerTable(capacity: 4096)
    for (name, weight) in Self.pairs(weights) {
      guard let template = name.first else { continue }
      if Self.syllabic.contains(template) {
        syllables.append(
          SyllableRow(template: template, syllables: name.dropFirst(), weight: weight))
      } else {
        var hash = FeatureHash()
        hash.add(name)
        features.set(hash.value, weight)
      }
    }
    self.counts = Self.pairs(counts).map { (word: $0, count: $1) }
  }

  private static func pairs(_ table: DataTable) -> [(ArraySlice<UInt8>, Int32)] {
    table.rows.map { row in
      var name: ArraySlice<UInt8> = []
      var number: Int32 = 0
      row.forEachCell { column, cell in
        if column == 0 { name = cell } else if column == 1 { number = Self.number(cell) }
      }
      return (name, number)
    }
  }

  /// A whole number in decimal digits; 0 when it is none.
  static func number(_ cell: ArraySlice<UInt8>) -> Int32 {
    Int32(String(decoding: cell, as: UTF8.self)) ?? 0
  }

  /// How often words stand in the counted treebank, case as given.
  public var frequencies: [String: Int] {
    Dictionary(
      counts.map { (String(decoding: $0.word, as: UTF8.self), Int($0.count)) },
      uniquingKeysWith: +)
  }

  func weight(_ feature: FeatureHash) -> Int32 {
    let found = features[feature.value]
    return found == IntegerTable.none ? 0 : found
  }
}
