import Foundation
import TestSupport
import Testing
import Workflow

/// Data files that a run depends on, and others in their place.
@Suite struct DataFilesTests {
  private func folder(_ files: [String: String]) throws -> String {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: url.appendingPathComponent(name))
    }
    return url.path
  }

  @Test func aRunNamesAllTablesItRead() throws {
    let files = try LanguageData().files
    let names = Set(files.map(\.name))
    #expect(names.isSuperset(of: ["summary-weights", "grammar", "onsets", "structure-cues"]))
    #expect(files.digest == (try LanguageData(DataFiles(files)).digest))
  }

  @Test func anotherWeightIsAnotherDigest() throws {
    let path = try folder(["summary-weights.tsv": "model\tfeature\tweight\narticle\tearly\t1.0\n"])
    let shipped = try LanguageData()
    let other = try LanguageData(DataFiles(folder: path))
    #expect(other.digest != shipped.digest)
    #expect(other.grammarDigest == shipped.grammarDigest)
    #expect(other.summaryWeights != shipped.summaryWeights)
    #expect(other.files.first { $0.name == "summary-weights" }?.holdsWeights == true)
  }

  @Test func anUnknownTableIsRefusedWithTheKnownOnes() throws {
    let error = #expect(throws: DataError.self) {
      try DataFiles(folder: try folder(["weigths.tsv": "a\n"]))
    }
    #expect(error?.problem.contains("summary-weights") == true)
    #expect(throws: DataError.self) { try DataFiles(folder: try folder([:])) }
    #expect(throws: DataError.self) { try DataFiles(folder: "/nowhere") }
  }

  @Test func theOrderOfFilesDoesNotMatter() throws {
    let files = try LanguageData().files
    #expect(Array(files.reversed()).digest == files.digest)
  }
}
