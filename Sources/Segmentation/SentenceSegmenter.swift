public import TextModel
public import Vietnamese

/// Cuts text into sentences by rules for Vietnamese, and by ICU's after full stops of other scripts.
///
/// CLDR has no Vietnamese rules; ICU's root rules break after `TP.` and miss `8 giờ. 11 người` and
/// glued paragraphs. So ICU is asked only where a text has a full stop that the rules do not know.
/// A line end is always a boundary.
public struct SentenceSegmenter: ~Copyable {
  private let breaker: SentenceBreaker
  private let rules: SentenceRules
  private let table: SyllableTable
  private let custom: RuleMatcher?

  /// Makes a segmenter; it owns an ICU iterator and stays on one thread.
  /// - Parameter custom: rules of the user, asked before songngu's own. Default: none.
  /// - Throws: `ICUError` when ICU cannot open its iterator.
  public init(
    rules: SentenceRules, table: SyllableTable, custom: BreakRules? = nil
  ) throws(ICUError) {
    self.custom = custom.map { RuleMatcher($0) }
    breaker = try SentenceBreaker()
    self.rules = rules
    self.table = table
  }

  /// A sentence of plain text.
  public struct Piece: Hashable, Sendable {
    /// Where it stands, without the white space around it.
    public let span: TextSpan
    /// The rule that ended it.
    public let rule: String
    /// Whether it begins inside a quotation.
    public let startsInsideQuotation: Bool
    /// Whether it ends inside a quotation.
    public let endsInsideQuotation: Bool
  }

  /// Every place where a sentence may end, ascending, with the rule that decided it.
  /// - Throws: `ICUError` when memory runs out.
  public borrowing func candidates(
    _ bytes: [UInt8], in range: Range<Int>? = nil
  ) throws(ICUError) -> [SentenceCandidate] {
    let range = range ?? 0..<bytes.count
    var scanner = SentenceScanner(bytes, in: range, rules: rules, table: table)
    scanner.run()
    var own = scanner.candidates
    guard scanner.hasForeignStop || custom != nil else { return own }
    let part = range.count == bytes.count ? bytes : Array(bytes[range])
    if scanner.hasForeignStop {
      own = merge(own, try breaker.boundaries(of: part), bytes: bytes, range: range)
    }
    return try custom?.apply(to: own, part, from: range.lowerBound) ?? own
  }

  /// Adds ICU's boundaries after terminators of other scripts, which the scanner does not know.
  private borrowing func merge(
    _ own: [SentenceCandidate], _ icu: [Int32], bytes: [UInt8], range: Range<Int>
  ) -> [SentenceCandidate] {
    var result: [SentenceCandidate] = []
    result.reserveCapacity(own.count)
    var next = own.makeIterator()
    var pending = next.next()
    for boundary in icu {
      var end = range.lowerBound + Int(boundary)
      while let (scalar, length) = bytes[range.lowerBound...].scalar(before: end),
        Tokenizer.isSpace(scalar)
      {
        end -= length
      }
      while let candidate = pending, candidate.end <= end {
        result.append(candidate)
        pending = next.next()
      }
      guard let (scalar, _) = bytes[range.lowerBound...].scalar(before: end),
        SentenceScanner.endsForeignSentence(scalar), result.last?.end != end
      else { continue }
      result.append(
        SentenceCandidate(end: end, isBoundary: true, rule: "icu", isInsideQuotation: false))
    }
    while let candidate = pending {
      result.append(candidate)
      pending = next.next()
    }
    return result
  }

  /// The sentences of valid UTF-8, ascending and disjoint.
  /// - Throws: `ICUError` when memory runs out.
  public borrowing func sentences(
    _ bytes: [UInt8], in range: Range<Int>? = nil
  ) throws(ICUError) -> [Piece] {
    let range = range ?? 0..<bytes.count
    var pieces: [Piece] = []
    var start = range.lowerBound
    var inside = false
    let candidates = try candidates(bytes, in: range)
    pieces.reserveCapacity(candidates.count + 1)
    for candidate in candidates where candidate.isBoundary {
      append(&pieces, bytes, start..<candidate.end, candidate.rule, inside, candidate)
      start = candidate.end
      inside = candidate.isInsideQuotation
    }
    append(&pieces, bytes, start..<range.upperBound, "text-end", inside, nil)
    return pieces
  }

  private borrowing func append(
    _ pieces: inout [Piece], _ bytes: [UInt8], _ range: Range<Int>, _ rule: String, _ inside: Bool,
    _ candidate: SentenceCandidate?
  ) {
    let span = bytes.trimmed(range)
    guard !span.isEmpty else { return }
    pieces.append(
      Piece(
        span: span, rule: rule, startsInsideQuotation: inside,
        endsInsideQuotation: candidate?.isInsideQuotation ?? false))
  }
}

extension [UInt8] {
  /// A range of valid UTF-8 without the white space at its edges.
  package func trimmed(_ range: Range<Int>) -> TextSpan {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, case let (scalar, length) = scalar(at: start), Tokenizer.isSpace(scalar) {
      start += length
    }
    while end > start, let (scalar, length) = self[start...].scalar(before: end),
      Tokenizer.isSpace(scalar)
    {
      end -= length
    }
    return TextSpan(start, end)
  }
}
