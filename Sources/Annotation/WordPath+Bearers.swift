import TextModel
import Vietnamese

/// Names made of common words, which nothing but the noun before them shows: `Công ty Hải Âu`,
/// `nhà hàng Biển Xanh`, `Công ty cổ phần Đầu tư và Xây dựng Sao Mai`.
extension WordPath {
  /// What a name that begins at a token is the name of; nil where no such noun stands before it.
  func bearer(before start: Int) -> Bearer? {
    guard let bearer = bearers[start] else { return nil }
    // `trường` in `thị trường` is no school: it must be a word of its own on the way here.
    var position = start
    while position > bearer.start { position = Int(nodes[position].from) }
    return position == bearer.start ? bearer : nil
  }

  /// Takes note of a noun that begins at a token, and of the words between it and its name.
  mutating func noteBearer(at start: Int) {
    let id = ids[start]
    if id >= 0, bearerStarts[Int(id)],
      !tokens[start].isAllCapitals || tokens[start].end - tokens[start].start < 5,
      let match = phrases.match(tokens, at: start, .bearer), isNameStart(match.end),
      match.end == start + 1 || !isTitleCase(start..<match.end)
    {
      let kinds: [String: AnnotationKind] = [
        "org": .organization, "place": .place, "person": .person,
      ]
      if let kind = kinds[match.row.value] {
        bearers[match.end] = Bearer(start: start, kind: kind)
      }
    }
    guard let bearer = bearers[start], bearer.kind != .person, tokens[start].isCapitalized else {
      return
    }
    // `Xây dựng` in `Công ty Xây dựng Sao Mai` says what the company does.
    index.eachHit(tokens, ids, at: start) { hit in
      guard hit.end > start + 1, !tokens[(start + 1)..<hit.end].contains(where: \.isCapitalized)
      else { return }
      let isJoined =
        hit.end + 1 < tokens.count && tokens[hit.end].kind == .mark
        && bytes[tokens[hit.end].start] == UInt8(ascii: ",")
        || phrases.match(tokens, at: hit.end, .link)?.end == hit.end + 1
      let next = isJoined ? hit.end + 1 : hit.end
      if isNameStart(next), bearers[next] == nil { bearers[next] = bearer }
    }
  }

  /// Whether every word has a capital, as in a headline, where it proves no name.
  private func isTitleCase(_ range: Range<Int>) -> Bool {
    tokens[range].allSatisfy { $0.isCapitalized && !$0.isAllCapitals }
  }

  private func isNameStart(_ index: Int) -> Bool {
    index < tokens.count && tokens[index].kind == .word && tokens[index].isCapitalized
  }

  /// Whether a run is the name of a company, school or street.
  func isOwnName(_ run: Range<Int>) -> Bool {
    bearer(before: run.lowerBound).map { $0.kind != .person } ?? false
  }

  /// The capitalized words after such a noun, unless the lexicon has them as a name.
  func ownName(at start: Int) -> Range<Int>? {
    guard let bearer = bearer(before: start), bearer.kind != .person,
      var run = names.run(tokens, at: start, bytes: bytes)
    else { return nil }
    let last = run.upperBound - 1
    if run.upperBound < tokens.count, !tokens[run.upperBound].isCapitalized,
      hits(at: last).contains(where: { $0.end > run.upperBound })
    {
      run = start..<last
    }
    for cut in run.dropFirst() where endsOwnName(at: cut, run) {
      run = start..<cut
      break
    }
    // One syllable that is a word says what it is for: `Bệnh viện Nhi`.
    if run.count == 1, tokens[start].key.isSyllable, !tokens[start].isAllCapitals,
      !hits(at: start).isEmpty
    {
      return nil
    }
    let isKnown = hits(at: start).contains { hit in
      hit.end >= run.upperBound
        && index.entries(hit).contains {
          index.facts[Int($0)].isName && !index.facts[Int($0)].isPerson
        }
    }
    return run.isEmpty || isKnown ? nil : run
  }

  /// Whether another name begins inside a run: a place, a body, or the full name of a person.
  private func endsOwnName(at cut: Int, _ run: Range<Int>) -> Bool {
    let isPerson =
      cut > run.lowerBound + 1 && run.upperBound - cut > 2
      && names.isVietnamesePerson(tokens[cut..<run.upperBound])
    return isPerson
      || hits(at: cut).contains { hit in
        hit.end - cut > 1 && index.entries(hit).contains { index.facts[Int($0)].isName }
      }
  }

  /// Whether what follows a name tells that it is a person's: `, 63 tuổi`, `(63 tuổi)`, `người Pháp`.
  func tellsPerson(after run: Range<Int>) -> Bool {
    let end = run.upperBound
    guard end + 1 < tokens.count else { return false }
    if tokens[end].kind == .mark {
      guard tokens[end + 1].kind == .number, let item = values.read(tokens, at: end + 1) else {
        return false
      }
      return item.kind == .measure && item.target.hasSuffix(" old")
    }
    return phrases.match(tokens, at: end, .national)?.end == end + 1
      && tokens[end + 1].isCapitalized
  }

  /// Whether the last word of a name tells that it is a body's: `Miami Herald`.
  func tellsBody(_ run: Range<Int>) -> Bool {
    run.count > 1
      && phrases.match(tokens, at: run.upperBound - 1, .bearer)?.row.value == "suffix"
  }
}
