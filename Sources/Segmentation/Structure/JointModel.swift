import TextModel

/// The weights of what speaks for a cut of a line, from Data/joint-weights.tsv.
struct JointModel: Sendable {
  private let weights: IntegerTable
  /// What the sum of the weights must pass.
  let limit: Int32

  /// Reads the table: a feature and its weight in hundredths.
  init(_ data: DataTable) {
    var weights = IntegerTable(capacity: data.rows.count)
    var limit: Int32 = 0
    for row in data.rows {
      var hash = FeatureHash()
      var isLimit = false
      row.forEachCell { column, cell in
        if column == 0 {
          hash.add(cell)
          isLimit = cell.elementsEqual("limit".utf8)
        } else if column == 1 {
          let weight = WordModel.number(cell)
          if isLimit { limit = weight } else { weights.set(hash.value, weight) }
        }
      }
    }
    self.weights = weights
    self.limit = limit
  }

  func weight(_ feature: FeatureHash) -> Int32 {
    let found = weights[feature.value]
    return found == IntegerTable.none ? 0 : found
  }
}
