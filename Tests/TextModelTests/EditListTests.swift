import TestSupport
import Testing
import TextModel

@Suite struct EditListTests {
  /// Ascending, disjoint edits of a text of a length.
  static func random(_ generator: inout SeededGenerator, length: Int, rule: String) -> EditList {
    var edits: [Edit] = []
    var offset = 0
    while offset < length {
      offset += Int.random(in: 0...6, using: &generator)
      let end = min(length, offset + Int.random(in: 0...4, using: &generator))
      guard offset < end else { break }
      let count = Int.random(in: 0...5, using: &generator)
      edits.append(Edit(offset, end, [UInt8](repeating: 0x78, count: count), rule: rule))
      offset = end + 1
    }
    return EditList(edits)
  }

  @Test(arguments: 0..<300) func composingIsApplyingOneAfterTheOther(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let input = (0..<60).map { UInt8(0x61 + $0 % 26) }
    let first = Self.random(&generator, length: input.count, rule: "a")
    let middle = first.apply(to: input)
    let second = Self.random(&generator, length: middle.count, rule: "b")
    let both = first.then(second, input: input)
    #expect(both.apply(to: input) == second.apply(to: middle))
  }

  @Test(arguments: 0..<100) func mapsAreTotalAndMonotone(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let list = Self.random(&generator, length: 60, rule: "a")
    let output = list.apply(to: [UInt8](repeating: 0x61, count: 60))
    let forward = (0...60).map { list.outputOffset(of: $0) }
    #expect(forward == forward.sorted())
    #expect(forward.last == output.count)
    let starts = (0..<output.count).map { list.inputRange(of: $0..<($0 + 1)) }
    #expect(starts.map(\.lowerBound) == starts.map(\.lowerBound).sorted())
    #expect(starts.allSatisfy { $0.upperBound <= 60 })
  }

  @Test func editsThatALaterStepDoesNotTouchStayAsTheyAre() {
    let first = EditList((0..<20).map { Edit($0 * 2, $0 * 2 + 2, [0x61], rule: "decode") })
    let input = [UInt8](repeating: 0x7A, count: 40)
    let both = first.then(EditList([Edit(5, 7, [0x62], rule: "repair")]), input: input)
    #expect(both.edits.count == 19)
    #expect(both.edits[5] == Edit(10, 14, [0x62], rule: "decode+repair"))
    #expect(both.edits.filter { $0.rule == "decode" }.count == 18)
  }

  @Test func anOverlappingEditIsDropped() {
    let list = EditList([Edit(0, 3, [1], rule: "a"), Edit(2, 4, [2], rule: "b")])
    #expect(list.edits.count == 1)
  }

  @Test func noEditsChangeNothing() {
    #expect(EditList().apply(to: [1, 2]) == [1, 2])
    #expect(EditList().inputRange(of: 1..<2) == 1..<2)
  }
}
