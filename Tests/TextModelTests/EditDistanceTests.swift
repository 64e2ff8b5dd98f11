import Testing

@testable import TextModel

@Suite struct EditDistanceTests {
  @Test(arguments: [("", "", 0), ("abc", "", 3), ("tcvn4", "tcvn3", 1), ("kitten", "sitting", 3)])
  func lettersAreCounted(first: String, second: String, distance: Int) {
    #expect(first.editDistance(to: second) == distance)
    #expect(second.editDistance(to: first) == distance)
  }
}
