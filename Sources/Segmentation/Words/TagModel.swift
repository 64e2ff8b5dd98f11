public import TextModel
public import Vietnamese

/// Weights of the tagger, from Data/tag-weights.tsv.
public struct TagModel: Sendable {
  /// Templates whose features name the syllables of a word.
  private static let syllabic = Set("wpnfg".utf8)

  /// The weights of each feature, one for each tag, one feature after the other.
  private var weights: [Int32] = []
  private var rows: IntegerTable
  /// The column of each tag; the last wins among equals.
  let tags: [UniversalTag]

  /// Reads the table: a feature and a column for each tag.
  /// - Parameter table: the syllables, for the keys of words.
  public init(_ data: DataTable, table: SyllableTable) {
    tags = data.columns.dropFirst().map { UniversalTag(rawValue: $0) ?? .other }
    rows = IntegerTable(capacity: data.rows.count)
    weights.reserveCapacity(data.rows.count * tags.count)
    for row in data.rows {
      var hash = FeatureHash()
      var values = [Int32](repeating: 0, count: tags.count)
      row.forEachCell { column, cell in
        if column == 0 {
          hash = Self.hash(cell, table)
        } else if column <= values.count {
          values[column - 1] = WordModel.number(cell)
        }
      }
      rows.set(hash.value, Int32(weights.count / tags.count))
      weights += values
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

  /// Adds the weights of a feature to the scores of the tags.
  func add(_ feature: FeatureHash, to scores: inout [Int32]) {
    let row = rows[feature.value]
    guard row != IntegerTable.none else { return }
    let start = Int(row) * tags.count
    for column in scores.indices { scores[column] += weights[start + column] }
  }
}
