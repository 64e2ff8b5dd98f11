/// Counts of a glossary: how much it holds of what.
public struct GlossaryStatistics: Hashable, Codable, Sendable {
  /// The glossary's name.
  public let name: String
  /// Its rows that load.
  public let entries: Int
  /// Different headwords with tag: concepts.
  public let concepts: Int
  /// Headwords and variants.
  public let spellings: Int
  /// Headwords of more than one syllable, in percent.
  public let compound: Double
  /// Rows with a condition.
  public let conditions: Int
  /// Rows with a period.
  public let dated: Int
  /// Forbidden and superseded renderings.
  public let barred: Int
  /// Rows by tag.
  public let tags: [String: Int]
  /// Rows by band; `0` for unknown.
  public let bands: [String: Int]

  /// Counts.
  public init(_ glossary: Glossary) {
    name = glossary.name
    entries = glossary.entries.count
    var concepts: Set<String> = []
    var tags: [String: Int] = [:]
    var bands: [String: Int] = [:]
    var (spellings, compound, conditions, dated, barred) = (0, 0, 0, 0, 0)
    for entry in glossary.entries {
      concepts.insert("\(entry.vi)\t\(entry.tag.rawValue)")
      tags[entry.tag.rawValue, default: 0] += 1
      bands["\(entry.band)", default: 0] += 1
      spellings += 1 + entry.variants.count
      compound += entry.vi.contains(" ") ? 1 : 0
      conditions += entry.condition.isEmpty ? 0 : 1
      dated += entry.validFrom.isEmpty && entry.validUntil.isEmpty ? 0 : 1
      barred += entry.avoid.count + entry.former.count
    }
    self.concepts = concepts.count
    self.spellings = spellings
    self.compound =
      entries == 0 ? 0 : (Double(compound) / Double(entries) * 1000).rounded() / 10
    self.conditions = conditions
    self.dated = dated
    self.barred = barred
    self.tags = tags
    self.bands = bands
  }
}
