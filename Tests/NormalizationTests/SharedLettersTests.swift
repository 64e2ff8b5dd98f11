import Testing
import TextModel

@testable import Normalization

@Suite struct SharedLettersTests {
  @Test(arguments: [0x41, 0x111, 0x1EF9, 0x1FFF, 0x2000, 0x20AC, 0x1F600] as [UInt32])
  func lettersAreTheSameEachTime(scalar: UInt32) {
    var letters = SharedLetters()
    #expect(letters.utf8(scalar) == scalar.utf8)
    #expect(letters.utf8(scalar) == scalar.utf8)
  }
}
