import TextModel
import Vietnamese

/// Reads author, agency and outlet from the credits of a page, in page order.
struct Bylines {
  let cues: StructureCues
  let table: SyllableTable
  private(set) var author: String?
  private(set) var agency: String?
  private(set) var outlet: String?
  private var isGeneric = false

  init(cues: StructureCues, table: SyllableTable) {
    self.cues = cues
    self.table = table
  }

  /// Reads one credit: a stamp, a byline with its label, `Lê An (Theo Reuters)`, `Theo Lê An/VOV.VN`.
  mutating func read(_ line: String, isStamp: Bool) {
    if isStamp { return readStamp(line) }
    guard !line.contains("@") else { return }
    var rest = withoutPhotographer(withoutLabel(line))
    if let open = rest.firstIndex(of: "("), let close = rest.lastIndex(of: ")"), open < close {
      let inner = String(rest[rest.index(after: open)..<close])
      rest.removeSubrange(open...close)
      readSources(inner, isOnly: rest.trimmingMarks().isEmpty)
    }
    let folded = Piece.fold(rest)
    if let source = folded.firstRange(of: ", theo ") {
      let offset = folded.distance(from: folded.startIndex, to: source.lowerBound)
      take(author: String(rest.prefix(offset)))
      let name = String(rest.dropFirst(offset + 7)).trimmingSpace()
      if !takeKnown(name), !name.isEmpty { outlet = outlet ?? name }
    } else if folded.hasPrefix("theo ") {
      readSource(String(rest.dropFirst(5)))
    } else if cues.isSourceLabel(Piece.fold(line)) {
      readSource(rest)
    } else {
      readName(rest)
    }
  }

  private mutating func readStamp(_ line: String) {
    let name = line.trimmingStampDash().trimmingMarks()
    if !takeKnown(name), !name.isEmpty { outlet = outlet ?? name }
  }

  /// Takes an outlet or agency of the table; false when it is not there.
  private mutating func takeKnown(_ name: String) -> Bool {
    let folded = Piece.fold(name)
    guard let found = cues.outlets[folded] ?? cues.outlets[folded.trimmingMarks()] else {
      return false
    }
    if found.isAgency {
      agency = agency ?? found.name
    } else {
      outlet = outlet ?? found.name
    }
    return true
  }

  /// The sources in brackets; one that is all there is to a credit may be a name.
  private mutating func readSources(_ text: String, isOnly: Bool) {
    if takeKnown(text) { return }
    for part in text.split(whereSeparator: { ",/;&".contains($0) }) {
      var name = String(part).trimmingSpace()
      if Piece.fold(name).hasPrefix("theo ") { name = String(name.dropFirst(5)) }
      _ = takeKnown(name)
    }
  }

  /// What follows `Theo`: a known source, a person with the outlet, or another source as written.
  private mutating func readSource(_ text: String) {
    if takeKnown(text) { return }
    let parts = text.split(whereSeparator: { ",/".contains($0) }).map {
      String($0).trimmingSpace()
    }
    let unknown = parts.filter { !takeKnown($0) }
    guard let name = unknown.first?.trimmingMarks(), !name.isEmpty else { return }
    if isPerson(name) {
      take(author: name)
    } else if parts.count == unknown.count {
      agency = agency ?? name
    }
  }

  private mutating func readName(_ text: String) {
    if takeKnown(text) { return }
    let parts = text.split(separator: "/").map { String($0).trimmingSpace() }
    if parts.count > 1 {
      let unknown = parts.filter { !takeKnown($0) }
      if unknown.count < parts.count {
        unknown.first.map { take(author: $0) }
        return
      }
    }
    take(author: text)
  }

  /// Two to four syllables, each with a capital.
  private func isPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return (2...4).contains(words.count)
      && words.allSatisfy { word in
        let isCapital = word.unicodeScalars.first.map { Letters.isUpper($0.value) } ?? false
        return isCapital && table.isSyllable(Array(word.lowercased().utf8)[...])
      }
  }

  /// A name wins over `PV` and its like, which are the outlet's staff.
  private mutating func take(author text: String) {
    let name = text.trimmingEdges()
    guard !name.isEmpty else { return }
    let isStaff = cues.isStaff(Piece.fold(name))
    if author == nil || (isGeneric && !isStaff) {
      author = name
      isGeneric = isStaff
    }
  }

  /// Without a label of at most four words: `Bài, ảnh: Lê An`.
  private func withoutLabel(_ line: String) -> String {
    guard let colon = line.firstIndex(of: ":"), line[..<colon].split(separator: " ").count <= 4,
      !line[..<colon].contains(" - ")
    else { return String(line.dropFirst(cues.bylineLabel(Piece.fold(line)))) }
    let rest = String(line[line.index(after: colon)...]).trimmingSpace()
    return rest.isEmpty ? line : rest
  }

  /// Without a second label: `Lê An - Ảnh: Trần Bình`.
  private func withoutPhotographer(_ line: String) -> String {
    guard let colon = line.firstIndex(of: ":") else { return line }
    let mark = line[..<colon].lastIndex { "-–,;".contains($0) }
    return mark.map { String(line[..<$0]) } ?? line
  }
}

extension String {
  /// Without white space, commas, dashes and bullets at the edges.
  fileprivate func trimmingEdges() -> String {
    let marks: Set<Character> = [" ", ",", ";", ".", "-", "–", "•", "|", "\u{A0}"]
    var text = self[...]
    while let last = text.last, marks.contains(last) { text.removeLast() }
    while let first = text.first, marks.contains(first) { text.removeFirst() }
    return String(text)
  }
}
