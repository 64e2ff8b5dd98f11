import TextModel
import Vietnamese

/// Goes through a text and decides each place where a sentence may end.
///
/// Rules are tried in the order of `decide`; the first that speaks decides. docs/reference/sentences.md
/// describes each with an example.
struct SentenceScanner {
  let bytes: [UInt8]
  let range: Range<Int>
  let rules: SentenceRules
  let table: SyllableTable

  private(set) var candidates: [SentenceCandidate] = []
  private var sentenceStart: Int
  private var curlyDepth = 0
  private var straightOpen = false
  /// Whether a full stop of another script was seen, which only ICU's rules know.
  private(set) var hasForeignStop = false

  init(_ bytes: [UInt8], in range: Range<Int>, rules: SentenceRules, table: SyllableTable) {
    self.bytes = bytes
    self.range = range
    self.rules = rules
    self.table = table
    sentenceStart = range.lowerBound
  }

  mutating func run() {
    var offset = range.lowerBound
    while true {
      offset = nextMark(from: offset)
      guard offset < range.upperBound else { return }
      switch bytes[offset] {
      case 0x0A, 0x0D:
        lineEnd(offset)
        offset += 1
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        offset = terminator(offset)
      case UInt8(ascii: "\""):
        straightOpen.toggle()
        offset += 1
      case 0xE2 where offset + 2 < range.upperBound && bytes[offset + 1] == 0x80:
        switch bytes[offset + 2] {
        case 0xA6:
          offset = terminator(offset)
          continue
        case 0x9C: curlyDepth += 1
        case 0x9D: curlyDepth = max(0, curlyDepth - 1)
        default: break
        }
        offset += 3
      default:
        if Self.endsForeignSentence(bytes.scalar(at: offset).value) { hasForeignStop = true }
        offset += 1
      }
    }
  }

  /// The next byte at which `run` has something to look at, or the end.
  private func nextMark(from start: Int) -> Int {
    let marks = Self.marks
    return bytes.withUnsafeBufferPointer { text in
      var offset = start
      while offset < range.upperBound, !marks[Int(text[offset])] { offset += 1 }
      return offset
    }
  }

  /// By byte: line ends, terminators, quotation marks, and the first bytes of full stops of other
  /// scripts. A table, since a test of the byte itself is a branch that no processor foresees.
  private static let marks: [Bool] = {
    let marks: Set<UInt8> = [
      0x0A, 0x0D, 0x21, 0x22, 0x2E, 0x3F, 0xD8, 0xDB, 0xE0, 0xE2, 0xE3, 0xEF,
    ]
    return (0...255).map { marks.contains($0) }
  }()

  /// Full stops of other scripts: ideographic, Arabic, Devanagari, full-width.
  static func endsForeignSentence(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0x061F, 0x06D4, 0x0964, 0xFF61: true
    default: false
    }
  }

  private mutating func lineEnd(_ offset: Int) {
    if offset > sentenceStart { add(offset, true, "line-end", inside: false) }
    sentenceStart = offset + 1
    curlyDepth = 0
    straightOpen = false
  }

  private mutating func add(_ end: Int, _ isBoundary: Bool, _ rule: String, inside: Bool) {
    candidates.append(
      SentenceCandidate(end: end, isBoundary: isBoundary, rule: rule, isInsideQuotation: inside))
    if isBoundary { sentenceStart = end }
  }

  /// Reads a run of terminators and the closing marks after it, decides, and returns where to go on.
  private mutating func terminator(_ start: Int) -> Int {
    var mark = SentenceMark(start: start)
    var offset = start
    while offset < range.upperBound, let length = terminatorLength(offset) {
      if bytes[offset] != UInt8(ascii: ".") || offset > start { mark.isSingleStop = false }
      if bytes[offset] == UInt8(ascii: "!") { mark.strong = "exclamation" }
      if bytes[offset] == UInt8(ascii: "?") { mark.strong = "question" }
      if bytes[offset] == 0xE2 || (bytes[offset] == UInt8(ascii: ".") && offset > start) {
        mark.isEllipsis = true
      }
      offset += length
    }
    if mark.isSingleStop, offset + 1 < range.upperBound, bytes[offset] == UInt8(ascii: "/"),
      bytes[offset + 1] == UInt8(ascii: ".")
    {
      mark.isNewsEnd = true
      offset += 2
    }
    offset = closers(offset, mark: &mark)
    mark.end = offset
    let decision = decide(mark)
    add(offset, decision.isBoundary, decision.rule, inside: curlyDepth > 0 || straightOpen)
    return offset
  }

  private func terminatorLength(_ offset: Int) -> Int? {
    switch bytes[offset] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): 1
    case 0xE2: bytes.scalar(at: offset).value == 0x2026 ? 3 : nil
    default: nil
    }
  }

  private mutating func closers(_ start: Int, mark: inout SentenceMark) -> Int {
    var offset = start
    while offset < range.upperBound {
      let (scalar, length) = bytes.scalar(at: offset)
      switch scalar {
      case 0x22, 0x27:
        guard closes(offset) else { return offset }
        if scalar == 0x22 { straightOpen = false }
        curlyDepth = max(0, curlyDepth - 1)
        mark.closesQuotation = true
      case 0x201D, 0x2019:
        curlyDepth = max(0, curlyDepth - 1)
        mark.closesQuotation = true
      case 0xBB, 0x29, 0x5D, 0x7D: break
      case 0x20 where straightOpen && offset + 1 < range.upperBound && bytes[offset + 1] == 0x22:
        guard closes(offset + 1) else { return offset }
      default: return offset
      }
      offset += length
    }
    return offset
  }

  /// A straight quotation mark after a full stop closes when no word is glued to it.
  private func closes(_ offset: Int) -> Bool {
    guard offset + 1 < range.upperBound else { return true }
    let next = bytes.scalar(at: offset + 1).value
    return !Letters.isWord(next) && !Tokenizer.isDigit(next) && next != 0x201C
  }

  // MARK: Rules

  private typealias Decision = (isBoundary: Bool, rule: String)

  private func decide(_ mark: SentenceMark) -> Decision {
    guard let next = nextVisible(mark.end) else { return (true, "text-end") }
    if next.isNewLine { return (false, "line-end-follows") }
    if mark.isNewsEnd { return (true, "news-end") }
    if next.offset == mark.end { return glued(mark) }
    if let decision = byFollower(mark, next.offset) { return decision }
    if mark.isSingleStop, let decision = byWordBefore(mark, next.offset) { return decision }
    if mark.isEllipsis { return (true, "ellipsis") }
    if let strong = mark.strong { return (true, strong) }
    let isDigit = Tokenizer.isDigit(bytes.scalar(at: next.offset).value)
    return (true, isDigit ? "digit-follows" : "full-stop")
  }

  private func nextVisible(_ start: Int) -> (offset: Int, isNewLine: Bool)? {
    var offset = start
    while offset < range.upperBound {
      let (scalar, length) = bytes.scalar(at: offset)
      if scalar == 0x0A || scalar == 0x0D { return (offset, true) }
      if !Tokenizer.isSpace(scalar) { return (offset, false) }
      offset += length
    }
    return nil
  }

  /// What stands after the white space decides: a small letter, a comma, a dash before the speaker.
  private func byFollower(_ mark: SentenceMark, _ next: Int) -> Decision? {
    let (scalar, length) = bytes.scalar(at: next)
    switch scalar {
    case 0x2C, 0x3B, 0x3A, 0x29, 0x5D, 0x201D, 0x2E, 0x2026: return (false, "punctuation-follows")
    case 0x2D, 0x2013, 0x2014:
      guard let after = nextVisible(next + length), !after.isNewLine else { return nil }
      let first = bytes.scalar(at: after.offset).value
      if mark.closesQuotation { return (false, "speaker-follows") }
      return Letters.isWord(first) && !Letters.isUpper(first)
        ? (false, "small-letter-follows") : nil
    case 0x28:
      guard let after = nextVisible(next + length), !after.isNewLine else { return nil }
      let isUpper = Letters.isUpper(bytes.scalar(at: after.offset).value)
      return isUpper ? nil : (false, "bracket-follows")
    default:
      if mark.isEllipsis, Tokenizer.isDigit(scalar) { return (false, "digit-follows-ellipsis") }
      return Letters.isWord(scalar) && !Letters.isUpper(scalar)
        ? (false, "small-letter-follows") : nil
    }
  }

  /// The word before a single full stop decides: abbreviation, initial, number of a heading.
  private func byWordBefore(_ mark: SentenceMark, _ next: Int) -> Decision? {
    guard mark.end == mark.start + 1 else { return nil }
    let word = wordBefore(mark.start)
    let last = word.lastIndex(of: UInt8(ascii: ".")).map { word[($0 + 1)...] } ?? word
    guard !last.isEmpty else { return nil }
    if let ending = rules.ending(word) ?? rules.ending(last) {
      if isUnitAfterNumber(word) { return nil }
      if ending == .never, !isStarter(next) || isCapital(last) { return (false, "abbreviation") }
      return nil
    }
    if word.count == 3, isDottedAcronym(word), !isStarter(next) { return (false, "acronym") }
    if isNumber(word) { return numberBefore(word, next) }
    let (scalar, length) = last.scalar(at: last.startIndex)
    let mayBeInitial = length == 1 || scalar == 0x110
    if length == last.count, mayBeInitial, Letters.isUpper(scalar) { return initial(last, next) }
    if length == last.count, last.startIndex == sentenceTextStart { return (false, "enumeration") }
    return nil
  }

  /// `26.000 đ.`: a small letter after a figure is a unit, no abbreviation of a place.
  private func isUnitAfterNumber(_ word: ArraySlice<UInt8>) -> Bool {
    guard !isCapital(word), word.count <= 2 else { return false }
    return bytes[range.lowerBound..<skipSpacesBack(word.startIndex)].last
      .map { Tokenizer.isDigit(UInt32($0)) } ?? false
  }

  /// `U.S`, `A.I`: capitals with full stops between them.
  private func isDottedAcronym(_ word: ArraySlice<UInt8>) -> Bool {
    word.enumerated().allSatisfy { index, byte in
      index % 2 == 0 ? byte >= 0x41 && byte <= 0x5A : byte == UInt8(ascii: ".")
    }
  }

  private func isCapital(_ word: ArraySlice<UInt8>) -> Bool {
    !word.isEmpty && Letters.isUpper(word.scalar(at: word.startIndex).value)
  }

  private func numberBefore(_ number: ArraySlice<UInt8>, _ next: Int) -> Decision? {
    if isTorn(number, next) { return (false, "torn-number") }
    if number.startIndex == sentenceTextStart, number.count <= 5 { return (false, "enumeration") }
    let heading = wordBefore(skipSpacesBack(number.startIndex))
    guard heading.startIndex == sentenceTextStart, rules.isHeading(heading) else { return nil }
    return (false, "numbered-heading")
  }

  /// A figure with a space after its point: `70. 000 người`, `(84. 4) 852 9126`.
  private func isTorn(_ number: ArraySlice<UInt8>, _ next: Int) -> Bool {
    let following = bytes[next..<range.upperBound].prefix { Tokenizer.isDigit(UInt32($0)) }
    if following.elementsEqual("000".utf8) { return true }
    let before = number.startIndex - 1
    return !following.isEmpty && before >= range.lowerBound && bytes[before] == UInt8(ascii: "(")
  }

  /// An initial stands in a name; at a sentence's end a word follows that begins sentences.
  private func initial(_ letter: ArraySlice<UInt8>, _ next: Int) -> Decision? {
    if letter.startIndex == sentenceTextStart { return (false, "enumeration") }
    let before = wordBefore(skipSpacesBack(letter.startIndex))
    let followsName = !before.isEmpty && Letters.isUpper(before.scalar(at: before.startIndex).value)
    guard isStarter(next) else { return (false, "initial") }
    return followsName && !table.isSyllable(before) ? (false, "initial") : nil
  }

  private func isStarter(_ offset: Int) -> Bool { rules.isStarter(wordAfter(offset)) }

  /// No white space after the mark: a decimal, an address, an abbreviation, or a lost paragraph end.
  private func glued(_ mark: SentenceMark) -> Decision {
    let word = wordBefore(mark.start)
    let (scalar, _) = bytes.scalar(at: mark.end)
    let isOpening = scalar == 0x201C || scalar == 0x22 || scalar == 0x2018
    guard isOpening || Letters.isUpper(scalar) else { return (false, "inside-token") }
    if mark.isSingleStop, mark.end == mark.start + 1 {
      let last = word.lastIndex(of: UInt8(ascii: ".")).map { word[($0 + 1)...] } ?? word
      if rules.ending(word) != nil || rules.ending(last) != nil { return (false, "abbreviation") }
    }
    let following = isOpening ? [] : wordAfter(mark.end)
    let isWordLike = isOpening || (table.isSyllable(following) && !isAllCapitals(following))
    guard isWordLike, endsLikeSentence(mark, word) else { return (false, "inside-token") }
    return (true, "glued")
  }

  /// Whether the text before a mark can end a sentence: a small letter, digit or closing mark, and no
  /// address around it.
  private func endsLikeSentence(_ mark: SentenceMark, _ word: ArraySlice<UInt8>) -> Bool {
    guard let before = bytes[range.lowerBound...].scalar(before: mark.start)?.value else {
      return false
    }
    if word.contains(UInt8(ascii: "@")) || word.contains(UInt8(ascii: "/")) { return false }
    if Letters.isWord(before) { return !Letters.isUpper(before) && word.count > 1 }
    return before == 0x201D || before == 0x22 || before == 0x29 || before == 0x25
      || Tokenizer.isDigit(before) || mark.closesQuotation
  }

  // MARK: Words around a mark

  private var sentenceTextStart: Int { nextVisible(sentenceStart)?.offset ?? sentenceStart }

  private func skipSpacesBack(_ end: Int) -> Int {
    var offset = end
    while let (scalar, length) = bytes[range.lowerBound...].scalar(before: offset),
      Tokenizer.isSpace(scalar)
    {
      offset -= length
    }
    return offset
  }

  /// The run of letters, digits, points and slashes that ends at an offset.
  private func wordBefore(_ end: Int) -> ArraySlice<UInt8> {
    var start = end
    while start > range.lowerBound, end - start < 40,
      let (scalar, length) = bytes[range.lowerBound...].scalar(before: start),
      Letters.isWord(scalar) || Tokenizer.isDigit(scalar) || scalar == 0x2E || scalar == 0x2F
        || scalar == 0x40
    {
      start -= length
    }
    return bytes[start..<end]
  }

  private func wordAfter(_ start: Int) -> ArraySlice<UInt8> {
    var end = start
    while end < range.upperBound, end - start < 40 {
      let (scalar, length) = bytes.scalar(at: end)
      guard Letters.isWord(scalar) else { break }
      end += length
    }
    return bytes[start..<end]
  }

  private func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    let isArabic = word.allSatisfy { Tokenizer.isDigit(UInt32($0)) || $0 == UInt8(ascii: ".") }
    return isArabic || (word.count <= 5 && word.allSatisfy { "IVX".utf8.contains($0) })
  }

  private func isAllCapitals(_ word: ArraySlice<UInt8>) -> Bool {
    var offset = word.startIndex
    var letters = 0
    while offset < word.endIndex {
      let (scalar, length) = word.scalar(at: offset)
      if !Letters.isUpper(scalar) { return false }
      letters += 1
      offset += length
    }
    return letters > 1
  }
}

/// A run of terminators with the closing marks after it.
private struct SentenceMark {
  let start: Int
  var end: Int
  /// One full stop and no other terminator.
  var isSingleStop = true
  var isEllipsis = false
  /// `./.`, with which the Vietnam News Agency ends a story.
  var isNewsEnd = false
  var strong: String?
  var closesQuotation = false

  init(start: Int) {
    self.start = start
    self.end = start
  }
}
