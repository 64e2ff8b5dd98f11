public import TextModel
import Vietnamese

/// Weights and counts of the word segmenter, from Data/word-weights.tsv and Data/word-counts.tsv.
public struct WordModel: Sendable {
  private let weights: [UInt64: Int32]
  private let counts: [UInt64: Int32]

  /// Reads the two tables.
  public init(weights: DataTable, counts: DataTable) {
    self.weights = Self.read(weights, "feature", "weight")
    self.counts = Self.read(counts, "word", "count")
  }

  private static func read(
    _ table: DataTable, _ name: String, _ number: String
  ) -> [UInt64: Int32] {
    var result: [UInt64: Int32] = [:]
    result.reserveCapacity(table.rows.count)
    for row in table.rows {
      var hash = FeatureHash()
      hash.add(row[name])
      result[hash.value] = Int32(row[number]) ?? 0
    }
    return result
  }

  func weight(_ feature: FeatureHash) -> Int { Int(weights[feature.value] ?? 0) }
  func count(_ word: FeatureHash) -> Int { Int(counts[word.value] ?? 0) }
}

/// FNV-1a over the UTF-8 of a feature's name, fed piece by piece.
struct FeatureHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  init(_ start: StaticString) {
    start.withUTF8Buffer { for byte in $0 { add(byte) } }
  }

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  mutating func add(_ bytes: ArraySlice<UInt8>) { for byte in bytes { add(byte) } }
  mutating func add(_ text: String) { for byte in text.utf8 { add(byte) } }

  func adding(_ byte: UInt8) -> FeatureHash {
    var copy = self
    copy.add(byte)
    return copy
  }

  func adding(_ bytes: ArraySlice<UInt8>) -> FeatureHash {
    var copy = self
    copy.add(bytes)
    return copy
  }
}
