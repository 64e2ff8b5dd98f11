import Foundation
import Reporting
import TestSupport
import Testing
import Workflow

/// Laws of the steps between two results.
@Suite struct RunPatchTests {
  @Test(arguments: 1...60) func applyingAPatchGivesTheOther(seed: Int) throws {
    var generated = GeneratedBriefs(seed: UInt64(seed))
    let before = generated.set()
    let after = generated.set(keeping: before)
    #expect(try RunPatch(from: before, to: after).applied(to: before) == after)
    #expect(try RunPatch(from: after, to: before).applied(to: after) == before)
    #expect(try RunPatch(from: before, to: before).steps.isEmpty)
  }

  @Test func aPatchIsWrittenAsRFC6902() throws {
    let patch = RunPatch(
      from: .object(["a/b": .array([.integer(1), .integer(2)]), "c": .null]),
      to: .object(["a/b": .array([.integer(2)]), "d": .string("x")]))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(patch), as: UTF8.self)
    #expect(
      text
        == #"[{"op":"remove","path":"/a~1b/0"},{"op":"remove","path":"/c"},{"op":"add","path":"/d","value":"x"}]"#
    )
    #expect(try JSONDecoder().decode(RunPatch.self, from: Data(text.utf8)) == patch)
  }

  @Test func aPatchThatDoesNotFitIsRefused() throws {
    let patch = RunPatch(from: .object(["a": .integer(1)]), to: .object([:]))
    let error = #expect(throws: RunPatch.PatchError.self) { try patch.applied(to: ["b": 1]) }
    #expect(error?.path == "/a")
  }
}
