import Testing
import TextModel

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("tcvn4", "tcvn3", 1), ("kitten", "sitting", 3),
    ("abcdef", "abdef", 1), ("abcdef", "abdcef", 1), ("abcdef", "xbcdefg", 2),
  ])
  func slipsAreCounted(first: String, second: String, distance: Int) {
    #expect(EditDistance.between(first, second) == distance)
    #expect(EditDistance.between(second, first) == distance)
  }
}
