public import TextModel

/// A document that cannot be read as text.
public enum DecodingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The bytes are no text: a share of control characters that no text has, from the byte given.
  case binary(byte: Int)
  /// The user named an encoding that the tool does not know.
  case unknownEncoding(String, known: [String])
  /// A mail without a text to read; the kinds of its parts.
  case noText(left: [String])

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .binary(let byte):
      "this is no text: control byte at byte \(byte); give a text or HTML file"
    case .unknownEncoding(let name, let known):
      EncodingName.nearest(to: name).map { "no encoding is named '\(name)'; did you mean '\($0)'?" }
        ?? "no encoding is named '\(name)'; known are \(known.joined(separator: ", "))"
    case .noText(let left):
      "this mail holds no text to read, only: \(left.prefix(5).joined(separator: ", "))"
    }
  }
}

/// Reads bytes as text and says what speaks for the encoding found.
///
/// Order: byte order mark; UTF-16 without one by its zero bytes; valid UTF-8; UTF-8 with errors when
/// few sequences are broken; then the legacy encoding that makes most words Vietnamese; windows-1252
/// last. Complexity: linear.
public struct ByteDecoder: Sendable {
  private let legacy: LegacyTextRepair
  private let encodings: [LegacyEncoding]

  /// Makes a decoder over legacy encodings and the repair that recognizes them.
  public init(encodings: [LegacyEncoding], legacy: LegacyTextRepair) {
    self.encodings = encodings
    self.legacy = legacy
  }

  /// What was read.
  public struct Result: Sendable {
    /// The text as valid UTF-8, before any repair.
    public let bytes: [UInt8]
    /// The encoding and what spoke for it.
    public let encoding: SourceDocument.Encoding
    /// What turns the source bytes into `bytes`.
    public let edits: EditList
    /// Bytes that could not be read.
    public let findings: [Finding]
    /// What a survey of `bytes` found, where reading them took one.
    var survey: TextSurvey?
  }

  /// The names that `--encoding` takes.
  public var names: [String] { EncodingName.all.map(\.name) }

  /// Reads bytes.
  /// - Parameter encoding: the encoding to use. Default: nil, found from the bytes.
  /// - Throws: `DecodingError` when the bytes are no text or the encoding is unknown.
  public func decode(_ source: [UInt8], as encoding: String? = nil) throws(DecodingError) -> Result
  {
    try decode(source, as: encoding, declared: nil)
  }

  /// Reads bytes of a document that may name its encoding. What the bytes show comes before it; it
  /// decides where they show nothing.
  func decode(
    _ source: [UInt8], as encoding: String?, declared: DeclaredEncoding?
  ) throws(DecodingError) -> Result {
    if let encoding { return try decode(source, named: encoding) }
    let result = try found(source, declared)
    guard let declared, !result.edits.isEmpty || source.contains(where: { $0 >= 0x80 }) else {
      return result
    }
    if let conflict = declared.conflict(with: result.encoding) {
      return Result(
        bytes: result.bytes, encoding: result.encoding, edits: result.edits,
        findings: result.findings + [conflict])
    }
    let encoding = SourceDocument.Encoding(
      name: result.encoding.name, confidence: result.encoding.confidence,
      evidence: "\(result.encoding.evidence); the \(declared.by) names it too")
    return Result(
      bytes: result.bytes, encoding: encoding, edits: result.edits, findings: result.findings)
  }

  private func found(
    _ source: [UInt8], _ declared: DeclaredEncoding?
  ) throws(DecodingError) -> Result {
    if source.starts(with: [0xFF, 0xFE]) { return utf16(source, bigEndian: false, mark: true) }
    if source.starts(with: [0xFE, 0xFF]) { return utf16(source, bigEndian: true, mark: true) }
    if let bigEndian = looksLikeUTF16(source) {
      return utf16(source, bigEndian: bigEndian, mark: false)
    }
    if let byte = binaryByte(source) { throw .binary(byte: byte) }
    let hasMark = source.starts(with: [0xEF, 0xBB, 0xBF])
    let survey = TextSurvey(source)
    if survey.isValid {
      guard hasMark else {
        return result(source, [], "UTF-8", 1, "all bytes valid", survey: survey)
      }
      let mark = Edit(0, 3, [], rule: "byte-order-mark")
      return result(source, [mark], "UTF-8", 1, "byte order mark, all bytes valid")
    }
    if !hasMark, let mixed = MixedLines(source, legacy: legacy) {
      let list = EditList(mixed.edits)
      return Result(
        bytes: list.apply(to: source), encoding: mixed.encoding, edits: list,
        findings: mixed.findings)
    }
    let errors = UTF8Scan(source)
    if errors.sequences >= errors.broken.count * 4 || hasMark { return broken(source, errors) }
    return try legacyText(source, declared)
  }

  private func decode(_ source: [UInt8], named: String) throws(DecodingError) -> Result {
    let why = "named by the user"
    switch EncodingName.canonical(named) {
    case "UTF-8":
      let errors = UTF8Scan(source)
      return errors.broken.isEmpty
        ? result(source, [], "UTF-8", 1, why) : broken(source, errors)
    case "UTF-16LE", "UTF-16BE":
      let little = source.starts(with: [0xFF, 0xFE])
      let big = source.starts(with: [0xFE, 0xFF])
      let isBig = big || (!little && EncodingName.canonical(named) == "UTF-16BE")
      return utf16(source, bigEndian: isBig, mark: little || big)
    case "windows-1252":
      return result(source, LegacyDecoding.windows1252(source), "windows-1252", 1, why)
    case let name:
      guard let encoding = encodings.first(where: { $0.name == name }) else {
        throw .unknownEncoding(named, known: names)
      }
      return legacyText(source, encoding, 1, why)
    }
  }

  private func result(
    _ source: [UInt8], _ edits: [Edit], _ name: String, _ confidence: Double, _ evidence: String,
    findings: [Finding] = [], survey: TextSurvey? = nil
  ) -> Result {
    let list = EditList(edits)
    return Result(
      bytes: list.apply(to: source),
      encoding: .init(name: name, confidence: confidence, evidence: evidence), edits: list,
      findings: findings, survey: survey)
  }

  /// A control byte that shows the file to be no text, unless there are very few of them.
  private func binaryByte(_ source: [UInt8]) -> Int? {
    var first: Int?
    var count = 0
    for (offset, byte) in source.prefix(65_536).enumerated()
    where byte < 0x20 && (byte < 9 || byte > 13) && byte != 0x1B {
      first = first ?? offset
      count += 1
    }
    return count * 50 > min(source.count, 65_536) ? first : nil
  }

  // MARK: UTF-16

  /// Text of Western letters in UTF-16 has a zero in every other byte for most units.
  private func looksLikeUTF16(_ source: [UInt8]) -> Bool? {
    guard source.count >= 8 else { return nil }
    let head = source.prefix(4096)
    let even = head.enumerated().count { $0.offset % 2 == 0 && $0.element == 0 }
    let odd = head.enumerated().count { $0.offset % 2 == 1 && $0.element == 0 }
    let units = head.count / 2
    if even * 2 > units, odd * 10 < units { return true }
    if odd * 2 > units, even * 10 < units { return false }
    return nil
  }

  private func utf16(_ source: [UInt8], bigEndian: Bool, mark: Bool) -> Result {
    var edits: [Edit] = mark ? [Edit(0, 2, [], rule: "byte-order-mark")] : []
    var findings: [Finding] = []
    func unit(_ at: Int) -> UInt32 {
      let (first, second) = (UInt32(source[at]), UInt32(source[at + 1]))
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    var letters = SharedLetters()
    edits.reserveCapacity(source.count / 2 + 1)
    var offset = mark ? 2 : 0
    while offset + 1 < source.count {
      var scalar = unit(offset)
      var length = 2
      if scalar & 0xFC00 == 0xD800, offset + 3 < source.count, unit(offset + 2) & 0xFC00 == 0xDC00 {
        scalar = 0x10000 + (scalar & 0x3FF) << 10 + unit(offset + 2) & 0x3FF
        length = 4
      } else if scalar & 0xF800 == 0xD800 {
        findings.append(Self.lost(offset, "half a surrogate pair"))
        scalar = 0xFFFD
      }
      edits.append(Edit(offset, offset + length, letters.utf8(scalar), rule: "decode"))
      offset += length
    }
    if offset < source.count {
      findings.append(Self.lost(offset, "half a UTF-16 unit at the end"))
      edits.append(Edit(offset, source.count, UInt32(0xFFFD).utf8, rule: "decode"))
    }
    return result(
      source, edits, bigEndian ? "UTF-16BE" : "UTF-16LE", mark ? 1 : 0.95,
      mark ? "byte order mark" : "a zero in every other byte", findings: findings)
  }

  // MARK: UTF-8 with errors

  private func broken(_ source: [UInt8], _ scan: UTF8Scan) -> Result {
    let edits = scan.broken.map {
      Edit($0.lowerBound, $0.upperBound, UInt32(0xFFFD).utf8, rule: "invalid-utf-8")
    }
    let total = scan.sequences + scan.broken.count
    return result(
      source, edits, "UTF-8", Double(scan.sequences) / Double(max(1, total)),
      "\(scan.sequences) valid sequences, \(scan.broken.count) broken",
      findings: scan.broken.prefix(20).map { Self.lost($0.lowerBound, "invalid UTF-8") })
  }

  static func lost(_ byte: Int, _ what: String) -> Finding {
    Finding(
      .warning, "undecodable-bytes", "\(what), shown as U+FFFD", at: .init(byte: byte),
      fix: "get the file again, or name its encoding with --encoding")
  }

  // MARK: Legacy encodings

  private func legacyText(
    _ source: [UInt8], _ encoding: LegacyEncoding, _ confidence: Double, _ why: String
  ) -> Result {
    let edits = LegacyDecoding.edits(source, in: 0..<source.count, as: encoding)
    return result(
      source, edits, encoding.name, confidence, why,
      findings: LegacyDecoding.lacking(edits, of: source, in: encoding))
  }

  private func legacyText(
    _ source: [UInt8], _ declared: DeclaredEncoding?
  ) throws(DecodingError) -> Result {
    let edits = LegacyDecoding.windows1252(source)
    if let found = legacy.detect(EditList(edits).apply(to: source).withoutTags) {
      let percent = Int((found.share * 100).rounded())
      return legacyText(
        source, found.encoding, found.share,
        "\(percent) % of the words outside ASCII become Vietnamese syllables")
    }
    if let declared, let name = declared.name, !name.hasPrefix("UTF-") {
      let named = try decode(source, named: name)
      return result(
        source, named.edits.edits, name, 0.8, "too few Vietnamese words to check",
        findings: named.findings)
    }
    let hint = ICU.detectCharset(source).map { "; ICU's guess is \($0.name)" } ?? ""
    return result(
      source, edits, "windows-1252", 0.3,
      "neither UTF-8 nor a Vietnamese legacy encoding\(hint)",
      findings: [
        Finding(
          .warning, "encoding-guessed", "the encoding is not certain: read as windows-1252\(hint)",
          at: .init(byte: edits.first?.start), fix: "name it with --encoding")
      ])
  }
}
