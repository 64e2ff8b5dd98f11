public import TextModel
public import Vietnamese

/// Weights of the tagger, from Data/tag-weights.tsv.
public struct TagModel: Sendable {
  /// Templates whose features name the syllables of a word.
  private static let syllabic = Set("wpnfg".utf8)

  /// What the tags score, one after the other: as many as a model may have.
  typealias Scores = SIMD32<Int32>

  /// The weights of each feature.
  private var weights: [Scores] = []
  private var rows: IntegerTable
  /// The column of each tag; the last wins among equals.
  let tags: [UniversalTag]

  /// Reads the table: a feature and a column for each tag.
  /// - Parameter table: the syllables, for the keys of words.
  public init(_ data: DataTable, table: SyllableTable) {
    tags = data.columns.dropFirst().prefix(Scores.scalarCount).map {
      UniversalTag(rawValue: $0) ?? .other
    }
    rows = IntegerTable(capacity: data.rows.count)
    weights.reserveCapacity(data.rows.count)
    for row in data.rows {
      var hash = FeatureHash()
      var values = Scores()
      row.forEachCell { column, cell in
        if column == 0 {
          hash = Self.hash(cell, table)
        } else if column <= tags.count {
          values[column - 1] = WordModel.number(cell)
        }
      }
      rows.set(hash.value, Int32(weights.count))
      weights.append(values)
    }
  }

  private static func hash(_ name: ArraySlice<UInt8>, _ table: SyllableTable) -> FeatureHash {
    var hash = FeatureHash()
    guard let template = name.first, syllabic.contains(template) else {
      hash.add(name)
      return hash
    }
    hash.add(template)
    for syllable in name.dropFirst().split(separator: UInt8(ascii: " ")) {
      hash.add(table.key(syllable))
    }
    return hash
  }

  /// The row of a feature; `IntegerTable.none` when it has no weights.
  @inline(__always)
  func row(_ feature: FeatureHash) -> Int32 { rows[feature.value] }

  /// Adds the weights of a row to the scores of the tags.
  @inline(__always)
  func add(_ row: Int32, to scores: inout Scores) {
    if row != IntegerTable.none { scores &+= weights[Int(row)] }
  }
}
