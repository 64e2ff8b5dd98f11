import TestSupport
import Testing
import TextModel

@Suite struct IntegerTableTests {
  @Test(arguments: 0..<20) func holdsWhatADictionaryHolds(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var table = IntegerTable()
    var expected: [UInt64: Int32] = [:]
    for _ in 0..<500 {
      let key = UInt64.random(in: 0..<300, using: &generator) << 32
      let value = Int32.random(in: -9...9, using: &generator)
      table.set(key, value)
      expected[key] = value
    }
    #expect(table.count == expected.count)
    for key in 0..<UInt64(300) {
      #expect(table[key << 32] == expected[key << 32] ?? IntegerTable.none)
    }
  }
}
