public import TextModel

/// A document that cannot be read as text.
public enum DecodingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The bytes are no text: a share of control characters that no text has, from the byte given.
  case binary(byte: Int)
  /// The user named an encoding that the tool does not know.
  case unknownEncoding(String, known: [String])

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .binary(let byte):
      "this is no text: control byte at byte \(byte); give a text or HTML file"
    case .unknownEncoding(let name, let known):
      "no encoding is named '\(name)'; known are \(known.joined(separator: ", "))"
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
  }

  /// The names that `--encoding` takes.
  public var names: [String] {
    ["UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"] + encodings.map(\.name)
  }

  /// Reads bytes.
  /// - Parameter encoding: the encoding to use. Default: nil, found from the bytes.
  /// - Throws: `DecodingError` when the bytes are no text or the encoding is unknown.
  public func decode(_ source: [UInt8], as encoding: String? = nil) throws(DecodingError) -> Result
  {
    if let encoding { return try decode(source, named: encoding) }
    if source.starts(with: [0xFF, 0xFE]) { return utf16(source, bigEndian: false, mark: true) }
    if source.starts(with: [0xFE, 0xFF]) { return utf16(source, bigEndian: true, mark: true) }
    if let bigEndian = looksLikeUTF16(source) {
      return utf16(source, bigEndian: bigEndian, mark: false)
    }
    if let byte = binaryByte(source) { throw .binary(byte: byte) }
    let hasMark = source.starts(with: [0xEF, 0xBB, 0xBF])
    let errors = UTF8Scan(source)
    if errors.broken.isEmpty {
      let mark = hasMark ? [Edit(0, 3, [], rule: "byte-order-mark")] : []
      let why = hasMark ? "byte order mark, all bytes valid" : "all bytes valid"
      return result(source, mark, "UTF-8", 1, why)
    }
    if errors.sequences >= errors.broken.count * 4 || hasMark { return broken(source, errors) }
    return legacyText(source)
  }

  private func decode(_ source: [UInt8], named: String) throws(DecodingError) -> Result {
    let why = "named by the user"
    switch named.lowercased() {
    case "utf-8", "utf8":
      let errors = UTF8Scan(source)
      return errors.broken.isEmpty
        ? result(source, [], "UTF-8", 1, why) : broken(source, errors)
    case "utf-16le":
      return utf16(source, bigEndian: false, mark: source.starts(with: [0xFF, 0xFE]))
    case "utf-16be", "utf-16":
      return utf16(source, bigEndian: true, mark: source.starts(with: [0xFE, 0xFF]))
    case "windows-1252", "latin-1", "iso-8859-1":
      return result(source, windows1252(source), "windows-1252", 1, why)
    default:
      guard let encoding = encodings.first(where: { $0.name.lowercased() == named.lowercased() })
      else { throw .unknownEncoding(named, known: names) }
      return result(source, legacyEdits(source, encoding), encoding.name, 1, why)
    }
  }

  private func result(
    _ source: [UInt8], _ edits: [Edit], _ name: String, _ confidence: Double, _ evidence: String,
    findings: [Finding] = []
  ) -> Result {
    let list = EditList(edits)
    return Result(
      bytes: list.apply(to: source),
      encoding: .init(name: name, confidence: confidence, evidence: evidence), edits: list,
      findings: findings)
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
    guard source.count >= 8, source.count % 2 == 0 else { return nil }
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
      edits.append(Edit(offset, offset + length, scalar.utf8, rule: "decode"))
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

  private static func lost(_ byte: Int, _ what: String) -> Finding {
    Finding(
      .warning, "undecodable-bytes", "\(what), shown as U+FFFD", at: .init(byte: byte),
      fix: "get the file again, or name its encoding with --encoding")
  }

  // MARK: Legacy encodings

  private func windows1252(_ source: [UInt8]) -> [Edit] {
    source.enumerated().compactMap { offset, byte in
      byte < 0x80
        ? nil : Edit(offset, offset + 1, Windows1252.scalar(byte).utf8, rule: "decode")
    }
  }

  private func legacyEdits(_ source: [UInt8], _ encoding: LegacyEncoding) -> [Edit] {
    var edits: [Edit] = []
    var offset = 0
    while offset < source.count {
      if let (letter, length) = encoding.letter(source[...], at: offset) {
        edits.append(Edit(offset, offset + length, letter, rule: "decode"))
        offset += length
      } else {
        if source[offset] >= 0x80 {
          edits.append(
            Edit(offset, offset + 1, Windows1252.scalar(source[offset]).utf8, rule: "decode"))
        }
        offset += 1
      }
    }
    return edits
  }

  private func legacyText(_ source: [UInt8]) -> Result {
    let edits = windows1252(source)
    let text = EditList(edits).apply(to: source)
    if let found = legacy.detect(text) {
      let percent = Int((found.share * 100).rounded())
      return result(
        source, legacyEdits(source, found.encoding), found.encoding.name, found.share,
        "\(percent) % of the words outside ASCII become Vietnamese syllables")
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

/// Finds the broken sequences of bytes that should be UTF-8.
struct UTF8Scan {
  /// Valid sequences of two bytes and more.
  private(set) var sequences = 0
  /// Maximal invalid parts, as the Unicode Standard (3.9, U+FFFD substitution) cuts them.
  private(set) var broken: [Range<Int>] = []

  init(_ bytes: [UInt8]) {
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let length = Self.validLength(bytes, offset)
      if length > 0 {
        sequences += 1
        offset += length
      } else {
        broken.append(offset..<(offset - length))
        offset -= length
      }
    }
  }

  /// The length of the sequence at an offset; negative the length of the broken part.
  private static func validLength(_ bytes: [UInt8], _ at: Int) -> Int {
    let first = bytes[at]
    let (length, low, high): (Int, UInt8, UInt8) =
      switch first {
      case 0xC2...0xDF: (2, 0x80, 0xBF)
      case 0xE0: (3, 0xA0, 0xBF)
      case 0xED: (3, 0x80, 0x9F)
      case 0xE1...0xEF: (3, 0x80, 0xBF)
      case 0xF0: (4, 0x90, 0xBF)
      case 0xF1...0xF3: (4, 0x80, 0xBF)
      case 0xF4: (4, 0x80, 0x8F)
      default: (0, 0, 0)
      }
    guard length > 0 else { return -1 }
    for step in 1..<length {
      guard at + step < bytes.count else { return -step }
      let byte = bytes[at + step]
      let isGood = step == 1 ? byte >= low && byte <= high : byte & 0xC0 == 0x80
      if !isGood { return -step }
    }
    return length
  }
}
