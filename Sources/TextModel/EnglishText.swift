/// The English that several stages write: months, quarters, titles.
package enum EnglishText {
  /// January first.
  package static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The names of the quarters of a year.
  package static let quarters = ["first", "second", "third", "fourth"]

  /// Words that stay small inside a title.
  private static let small: Set<String> = [
    "of", "the", "for", "and", "to", "in", "on", "at", "by",
  ]

  /// Every word, and what stands after a hyphen, with a capital; small words keep theirs.
  /// - Parameter isLowered: whether the first of several words stays small too. Default: no.
  package static func titleCased(
    _ text: String, lowering isLowered: (String) -> Bool = { _ in false }
  ) -> String {
    let words = text.split(separator: " ")
    return words.enumerated().map { index, word in
      if small.contains(String(word)) || index == 0 && words.count > 1 && isLowered(String(word)) {
        return String(word)
      }
      return word.split(separator: "-", omittingEmptySubsequences: false)
        .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "-")
    }.joined(separator: " ")
  }
}
