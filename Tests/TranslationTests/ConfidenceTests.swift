import TestSupport
import Testing
import TextModel

@testable import Translation
@testable import Workflow

@Suite struct ConfidenceTests {
  private func features(_ text: String) throws -> ConfidenceFeatures? {
    let engine = try Repository.workbench().gistEngine()
    let bytes = Array(text.utf8)
    return engine.translate(bytes, in: 0..<bytes.count).confidenceFeatures(engine)
  }

  private func value(_ name: String, _ features: ConfidenceFeatures) throws -> Double {
    features.values[try #require(ConfidenceFeatures.names.firstIndex(of: name))]
  }

  @Test func featuresAreSharesOfTheWords() throws {
    let found = try #require(try features("Ngày 12/1, Nga mua quyệnh."))
    #expect(found.values.count == ConfidenceFeatures.names.count)
    #expect(try value("unknown", found) == 1 / Double(found.words))
    #expect(try value("fixed", found) == 1 / Double(found.words))
  }

  @Test func marksAloneHaveNoConfidence() throws {
    #expect(try features("...!?") == nil)
    let engine = try Repository.workbench().gistEngine()
    let bytes = Array("...!?".utf8)
    #expect(engine.translate(bytes, in: 0..<bytes.count).traced(by: engine).confidence == 0)
  }

  /// The table weighs every feature that the engine computes, and nothing else.
  @Test func theTableNamesTheFeatures() throws {
    let table = DataTable(try Repository.bytes("Sources/Translation/Data/confidence.tsv"))
    let names = table.rows.map { $0["feature"] }
    #expect(names == ["constant"] + ConfidenceFeatures.names)
    #expect(table.rows.allSatisfy { Double($0["weight"]) != nil })
  }

  @Test func theChanceIsLogisticAndNeverCertain() throws {
    let model = ConfidenceModel(DataTable("feature\tweight\nconstant\t0\ncost\t-100\nfixed\t100\n"))
    var values = [Double](repeating: 0, count: ConfidenceFeatures.names.count)
    #expect(model.confidence(ConfidenceFeatures(values: values, words: 1)) == 0.5)
    let place = try #require(ConfidenceFeatures.names.firstIndex(of: "cost"))
    values[place] = 1
    #expect(model.confidence(ConfidenceFeatures(values: values, words: 1)) == 0.01)
    values[place] = -1
    #expect(model.confidence(ConfidenceFeatures(values: values, words: 1)) == 0.99)
  }
}
