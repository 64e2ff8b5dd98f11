import TextModel
import Vietnamese

/// A part of a page before it has a role: a line, or a part of a line that was glued to another.
struct Piece: Sendable {
  let span: TextSpan
  /// Why it was parted from what stands before it on the same line; nil at the start of a line.
  let glue: String?
  /// Whether a further piece follows on the same line.
  var isGluedToNext = false
  let tokens: [Token]
  /// What the markup around it says; nil for plain text.
  var markup: MarkupHints?
  /// The text in lower case, with every number as `#`.
  let folded: String

  init(_ span: TextSpan, glue: String?, bytes: [UInt8], tokenizer: Tokenizer) {
    self.span = span
    self.glue = glue
    tokens = tokenizer.tokens(bytes, in: span.range)
    folded = Self.fold(String(decoding: bytes[span.range], as: UTF8.self))
  }

  /// Lower case, numbers as `#`, a number sign as `♯`, runs of white space as one space.
  static func fold(_ text: String) -> String {
    var result = ""
    var wasDigit = false
    var wasSpace = false
    for scalar in text.unicodeScalars {
      let isDigit = Tokenizer.isDigit(scalar.value)
      let isSpace = Tokenizer.isSpace(scalar.value)
      if isDigit {
        if !wasDigit { result.append("#") }
      } else if isSpace {
        if !wasSpace { result.append(" ") }
      } else if scalar == "#" {
        result.append("♯")
      } else if let lower = Unicode.Scalar(Letters.lower(scalar.value)) {
        result.unicodeScalars.append(lower)
      }
      wasDigit = isDigit
      wasSpace = isSpace
    }
    return result
  }

  var words: [Token] { tokens.filter { $0.kind == .word } }
}

/// Cuts a page into lines and parts what was glued together on one line.
struct PieceSplitter {
  let bytes: [UInt8]
  let tokenizer: Tokenizer
  let table: SyllableTable
  let cues: StructureCues
  let rules: SentenceRules
  let words: WordPairs
  /// The markup of the page's runs, in order; empty for plain text.
  let runs: [(span: TextSpan, hints: MarkupHints)]

  private var stamps: Stamps { Stamps(bytes: bytes, table: table, cues: cues) }

  func pieces() -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var prose = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes.trimmed(start..<end)
      if !line.isEmpty {
        let parts = parts(of: line, after: prose)
        pieces += parts
        if endsSentence(line), parts.contains(where: { $0.words.count >= 10 }) { prose += 1 }
      }
      start = end + 1
    }
    return pieces
  }

  private func parts(of line: TextSpan, after prose: Int) -> [Piece] {
    let tokens = tokenizer.tokens(bytes, in: line.range)
    var cuts: [Int: String] = [:]
    for index in tokens.indices {
      let token = tokens[index]
      switch token.kind {
      case .word: wordCut(tokens, index, line, &cuts)
      case .mark: markCut(tokens, index, &cuts)
      case .number: break
      }
    }
    if prose < 2, endsSentence(line) { stampCut(tokens, line, &cuts) }
    let further = LineCuts(
      bytes: bytes, line: line, tokens: tokens, table: table, cues: cues, rules: rules)
    let credits = CreditCuts(
      bytes: bytes, line: line, tokens: tokens, table: table, cues: cues, rules: rules, words: words
    )
    let spaced = SpacedCuts(
      bytes: bytes, line: line, tokens: tokens, cues: cues, rules: rules, words: words, prose: prose
    )
    let seams = DateSeams(bytes: bytes, line: line, tokens: tokens, cues: cues)
    let marks = MarkSeams(bytes: bytes, tokens: tokens, stamps: stamps)
    let dates = seams.cuts().map { (offset: $0, reason: "date") }
    // A saved page has its lines from its markup.
    let copied =
      runs.isEmpty ? spaced.cuts() + marks.cuts().map { (offset: $0, reason: "list-mark") } : []
    for (offset, reason) in further.cuts() + credits.cuts() + dates + copied
    where cuts[offset] == nil {
      cuts[offset] = reason
    }
    if !runs.isEmpty { markupCuts(line, &cuts) }
    controlCuts(line, &cuts)
    jointCuts(tokens, after: prose, &cuts)
    return pieces(line, cuts)
  }

  /// Cuts that weights speak for.
  private func jointCuts(_ tokens: [Token], after prose: Int, _ cuts: inout [Int: String]) {
    let joints = JointCuts(
      bytes: bytes, tokens: tokens, table: table, cues: cues, rules: rules, words: words,
      prose: prose,
      cutsAtSpaces: runs.isEmpty)
    for (offset, reason) in joints.cuts(known: Set(cuts.keys)) { cuts[offset] = reason }
  }

  /// Controls in each part of the line that is cut already.
  private func controlCuts(_ line: TextSpan, _ cuts: inout [Int: String]) {
    let edges = [line.start] + cuts.keys.sorted().filter { $0 > line.start } + [line.end]
    for (start, end) in zip(edges, edges.dropFirst()) where start < end {
      let tokens = tokenizer.tokens(bytes, in: start..<end)
      for offset in ControlCuts(bytes: bytes, tokens: tokens, cues: cues).cuts()
      where cuts[offset] == nil {
        cuts[offset] = "controls"
      }
    }
  }

  /// The runs that overlap a span.
  private func runs(in span: TextSpan) -> ArraySlice<(span: TextSpan, hints: MarkupHints)> {
    let start = runs.indices.partitioningOffset { runs[$0].span.end > span.start }
    let end = runs.indices.partitioningOffset { runs[$0].span.start >= span.end }
    return runs[start..<max(start, end)]
  }

  /// Where an inline element such as a place stamp begins or ends.
  private func markupCuts(_ line: TextSpan, _ cuts: inout [Int: String]) {
    let runs = runs(in: line)
    for (before, after) in zip(runs, runs.dropFirst())
    where before.hints.inlineRole != after.hints.inlineRole {
      cuts[after.span.start] = "markup"
    }
    linkCuts(line, Array(runs.filter { !bytes.trimmed($0.span.range).isEmpty }), &cuts)
  }

  /// Between links side by side, and before a time behind a link, in a line that begins with one.
  private func linkCuts(
    _ line: TextSpan, _ runs: [(span: TextSpan, hints: MarkupHints)], _ cuts: inout [Int: String]
  ) {
    guard runs.count > 1, runs[0].hints.isLink, !endsSentence(line) else { return }
    for (before, after) in zip(runs, runs.dropFirst()) where before.hints.isLink {
      let text = bytes.trimmed(after.span.range)
      let folded = Piece.fold(String(decoding: bytes[text.range], as: UTF8.self))
      if after.hints.isLink || DateShapes.isTimeOnly(folded) {
        cuts[text.start] = "markup"
      }
    }
  }

  /// The hints of the run that covers most of a piece; a link only when all of it is one.
  private func markup(of span: TextSpan) -> MarkupHints? {
    let runs = runs(in: span)
    let longest = runs.max { overlap($0.span, span) < overlap($1.span, span) }
    guard var hints = longest?.hints else { return nil }
    hints.isLink = runs.allSatisfy { $0.hints.isLink || bytes.trimmed($0.span.range).isEmpty }
    return hints
  }

  private func overlap(_ left: TextSpan, _ right: TextSpan) -> Int {
    min(left.end, right.end) - max(left.start, right.start)
  }

  private func pieces(_ line: TextSpan, _ cuts: [Int: String]) -> [Piece] {
    var pieces: [Piece] = []
    var start = line.start
    var glue: String?
    for cut in cuts.keys.sorted() where cut > line.start && cut < line.end {
      let span = bytes.trimmed(start..<cut)
      if !span.isEmpty {
        pieces.append(Piece(span, glue: glue, bytes: bytes, tokenizer: tokenizer))
      }
      start = cut
      glue = cuts[cut]
    }
    let last = bytes.trimmed(start..<line.end)
    if !last.isEmpty { pieces.append(Piece(last, glue: glue, bytes: bytes, tokenizer: tokenizer)) }
    for index in pieces.indices.dropLast() { pieces[index].isGluedToNext = true }
    for index in pieces.indices { pieces[index].markup = markup(of: pieces[index].span) }
    return pieces
  }

  // MARK: Where a line is cut

  /// `ClockThứ`, `1Quang`, `4GQuang`, `TP HCMTrong`: a capital inside a word that begins a syllable, after
  /// a control, a number or a stamp.
  private func wordCut(
    _ tokens: [Token], _ index: Int, _ line: TextSpan, _ cuts: inout [Int: String]
  ) {
    let token = tokens[index]
    guard let cut = innerCapital(token), case let right = bytes[cut..<token.end],
      table.isSyllable(right), right.count > 1
    else { return }
    let left = bytes[token.start..<cut]
    let isInside = index >= 3 && tokens.count - index > 4
    if isStamp(line.start..<cut) {
      cuts[cut] = "stamp"
    } else if cues.isGluedWord(left) {
      cuts[cut] = "glued-word"
    } else if left.allSatisfy({ Tokenizer.isDigit(UInt32($0)) }) {
      if index + 1 < tokens.count { cuts[cut] = "glued-number" }
    } else if isInside, left.last.map({ Tokenizer.isDigit(UInt32($0)) }) ?? false {
      cuts[cut] = "glued-number"
    }
  }

  private func isStamp(_ range: Range<Int>) -> Bool {
    range.count < 30
      && cues.stampRole(Piece.fold(String(decoding: bytes[range], as: UTF8.self))) != nil
  }

  /// The last capital in a word that follows a letter or digit and is followed by a small letter.
  private func innerCapital(_ token: Token) -> Int? {
    var offset = token.start
    var found: Int?
    var previous: UInt32?
    while offset < token.end {
      let (scalar, length) = bytes.scalar(at: offset)
      let next = offset + length
      if previous != nil, Letters.isUpper(scalar), next < token.end,
        case let after = bytes.scalar(at: next).value, Letters.isWord(after),
        !Letters.isUpper(after)
      {
        found = offset
      }
      previous = scalar
      offset = next
    }
    return found
  }

  private func isAllCapitals(_ word: ArraySlice<UInt8>) -> Bool {
    tokenizer.tokens(bytes, in: word.startIndex..<word.endIndex).allSatisfy(\.isAllCapitals)
  }

  private func endsSentence(_ line: TextSpan) -> Bool {
    guard let last = bytes[line.start..<line.end].last else { return false }
    return last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
  }

  /// A pipe stands alone, and so does the mark between the steps of a trail.
  private func markCut(_ tokens: [Token], _ index: Int, _ cuts: inout [Int: String]) {
    let token = tokens[index]
    let scalar = bytes.scalar(at: token.start).value
    let isBetweenNumbers =
      index > 0 && index + 1 < tokens.count && tokens[index - 1].kind == .number
      && tokens[index + 1].kind == .number
    let isBar = (scalar == 0x7C && !isBetweenNumbers) || isDot(tokens, index)
    if isBar || isTrail(tokens, index) {
      cuts[token.start] = isBar ? "table-bar" : "trail"
      cuts[token.end] = cuts[token.start]
    }
  }

  /// A dot between the parts of a short line: `Vân Khánh • 03/11/2024 21:08`.
  private func isDot(_ tokens: [Token], _ index: Int) -> Bool {
    [0x2022, 0xB7].contains(bytes.scalar(at: tokens[index].start).value)
      && tokens.count <= 24 && index > 0 && index + 1 < tokens.count
      && tokens[index].hasSpaceBefore && tokens[index + 1].hasSpaceBefore
      && tokens[0].kind != .mark
  }

  /// Between the steps of a trail: `Kinh tế > Tài chính`, `Kinh tế / Nông nghiệp`, `/ Xã hội`.
  private func isTrail(_ tokens: [Token], _ index: Int) -> Bool {
    if index == 0, tokens.count <= 6, tokens.count > 1, tokens[1].isCapitalized {
      return bytes[tokens[0].start] == UInt8(ascii: "/")
    }
    guard tokens.count <= 16, index > 0, index + 1 < tokens.count,
      tokens[index - 1].kind == .word, tokens[index + 1].kind == .word,
      tokens.first?.kind == .word
    else { return false }
    let scalar = bytes.scalar(at: tokens[index].start).value
    let isSpaced = tokens[index].hasSpaceBefore && tokens[index + 1].hasSpaceBefore
    return [0x3E, 0xBB, 0x203A].contains(scalar) || (scalar == 0x2F && isSpaced)
  }

  /// `TTO -`, `(Dân trí) -`, `TP HCM -`, `TP HCMTrong` in front of the first sentence.
  private func stampCut(_ tokens: [Token], _ line: TextSpan, _ cuts: inout [Int: String]) {
    if let dash = tokens.prefix(9).firstIndex(where: { stamps.isDash($0) }), dash > 0,
      dash + 6 < tokens.count, stamps.role(tokens[...dash]) != nil
    {
      cuts[tokens[dash].end] = "stamp"
      return
    }
    if tokens.count > 10, bytes[tokens[3].start] == UInt8(ascii: "."), tokens[4].isCapitalized,
      tokens[4].hasSpaceBefore, tokens[..<4].dropFirst().allSatisfy({ !$0.hasSpaceBefore }),
      stamps.role(tokens[..<3]) == .credit
    {
      cuts[tokens[4].start] = "stamp"
      return
    }
    for index in tokens.indices.prefix(5) {
      guard tokens[index].isCapitalized else { return }
      guard let cut = innerCapital(tokens[index]) else { continue }
      let isWord = table.isSyllable(bytes[cut..<tokens[index].end])
      if isWord, tokens.count > index + 10, isAllCapitals(bytes[tokens[index].start..<cut]) {
        cuts[cut] = "stamp"
      }
      return
    }
  }
}
