import Foundation
import Terminology
import TextModel

/// Writes English as a profile has it: spelling, words, dates, figures, percentages, quotation marks.
struct EnglishStyle {
  private let profile: StyleProfile
  private let spelling: EnglishSpelling?

  /// - Throws: `StyleError` when the table of spellings is missing from the installation.
  init(_ profile: StyleProfile) throws(StyleError) {
    self.profile = profile
    if profile.spelling == .asWritten {
      spelling = nil
      return
    }
    let path = TerminologyResources.directory.appendingPathComponent("english-spelling.tsv").path
    guard let data = FileManager.default.contents(atPath: path) else {
      throw StyleError([
        Finding(
          .error, "missing-data", "this data file is missing; install songngu again",
          at: .init(file: path))
      ])
    }
    spelling = EnglishSpelling(DataTable(Array(data)))
  }

  /// The text in the style of the profile.
  func text(_ value: String) -> String { quoted(unquoted(value)) }

  /// The text in the style of the profile but for its quotation marks.
  func unquoted(_ value: String) -> String {
    var text = value
    for replacement in profile.replacements {
      text = Self.replaceWords(replacement.from, by: replacement.to, in: text)
    }
    if let spelling,
      let better = spelling.corrected(text, to: profile.spelling == .british ? "gb" : "us")
    {
      text = better
    }
    var pieces = Self.pieces(text)
    if profile.dates.order == .monthDayYear { Self.putMonthFirst(&pieces) }
    percentages(&pieces)
    return pieces.map(thousands).joined()
  }

  // MARK: Words

  /// Replaces whole words only.
  private static func replaceWords(_ from: String, by to: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let found = rest.firstRange(of: from) {
      let before =
        found.lowerBound == text.startIndex ? nil : text[text.index(before: found.lowerBound)]
      let after = found.upperBound == text.endIndex ? nil : text[found.upperBound]
      let isWord = !(before?.isLetter ?? false) && !(after?.isLetter ?? false)
      result += rest[..<found.lowerBound] + (isWord ? to : from)
      rest = rest[found.upperBound...]
    }
    return result + rest
  }

  /// The text in words, figures and what stands between; joined they give the text again.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var kind = 0
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      var own = character.isLetter ? 1 : character.isASCII && character.isNumber ? 2 : 3
      if own == 3, kind == 2, character == "," || character == ".",
        index + 1 < characters.count, characters[index + 1].isASCII, characters[index + 1].isNumber
      {
        own = 2
      }
      if own == kind, own != 3 {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      kind = own
    }
    return pieces
  }

  // MARK: Dates and figures

  /// `7 December 2021` as `December 7, 2021`.
  private static func putMonthFirst(_ pieces: inout [String]) {
    guard pieces.count > 2 else { return }
    var index = 0
    while index + 2 < pieces.count {
      if let day = Int(pieces[index]), (1...31).contains(day), pieces[index].count <= 2,
        pieces[index + 1] == " ", EnglishText.months.contains(pieces[index + 2]),
        index == 0 || !"–-/".contains(pieces[index - 1])
      {
        pieces.swapAt(index, index + 2)
        if index + 4 < pieces.count, pieces[index + 3] == " ", pieces[index + 4].count == 4,
          Int(pieces[index + 4]) != nil
        {
          pieces[index + 3] = ", "
        }
        index += 2
      }
      index += 1
    }
  }

  /// `12 %`, `12%`, `12 percent` as the profile has it.
  private func percentages(_ pieces: inout [String]) {
    let form: String
    switch profile.percent {
    case .asWritten: return
    case .sign: form = "%"
    case .percent: form = " percent"
    case .perCent: form = " per cent"
    }
    var result: [String] = []
    var rest = pieces[...]
    while let piece = rest.popFirst() {
      result.append(piece)
      guard piece.first?.isNumber == true else { continue }
      for sign in [["%"], [" ", "%"], [" ", "percent"], [" ", "per", " ", "cent"]]
      where rest.starts(with: sign) {
        rest = rest.dropFirst(sign.count)
        result.append(form)
        break
      }
    }
    pieces = result
  }

  /// `1,234,567` with what the profile has between thousands.
  private func thousands(_ piece: String) -> String {
    let groups = piece.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
    guard profile.thousands != .asWritten, groups.count > 1, (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return piece }
    let mark =
      switch profile.thousands {
      case .space: "\u{A0}"
      case .none: ""
      case .comma, .asWritten: ","
      }
    return groups.joined(separator: mark) + piece.drop { $0 != "." }
  }

  // MARK: Quotation marks

  /// The text with the profile's quotation marks, one character for one.
  func quoted(_ text: String) -> String {
    guard profile.quotes != .asWritten, text.contains(where: { "“”\"‘".contains($0) }) else {
      return text
    }
    let isDouble = profile.quotes == .double
    let outer: (Character, Character) = isDouble ? ("“", "”") : ("‘", "’")
    let inner: (Character, Character) = isDouble ? ("‘", "’") : ("“", "”")
    var result = ""
    var depth = 0
    var previous: Character = " "
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      let isApostrophe = character == "’" && (previous.isLetter && next.isLetter || depth == 0)
      let opens = "“‘".contains(character) || character == "\"" && depth == 0
      let closes = "”\"".contains(character) || character == "’"
      if isApostrophe || !(opens || closes) {
        result.append(character)
      } else if opens {
        result.append(depth % 2 == 0 ? outer.0 : inner.0)
        depth += 1
      } else {
        depth = max(0, depth - 1)
        result.append(depth % 2 == 0 ? outer.1 : inner.1)
      }
      previous = character
    }
    return result
  }
}
