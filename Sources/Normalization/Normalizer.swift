public import TextModel
public import Vietnamese

/// Turns bytes into sound text in Normalization Form C, with an explanation for every change.
///
/// Encodings are repaired before characters: a quotation mark may be half of a broken letter.
public struct Normalizer: Sendable {
  /// The repairs, in the order they run.
  public let repairs: [any TextRepair]
  private let decoder: ByteDecoder

  /// Makes a normalizer.
  /// - Parameters:
  ///   - data: the table of legacy encodings.
  ///   - words: words whose inner neighbours count as evidence in repairs.
  public init(
    legacyEncodings data: DataTable, table: SyllableTable, counts: SyllableCounts, words: WordPairs
  ) {
    let encodings = LegacyEncoding.all(data)
    let legacy = LegacyTextRepair(encodings: encodings, table: table, counts: counts)
    decoder = ByteDecoder(encodings: encodings, legacy: legacy)
    repairs = [
      DoubleEncodingRepair(), legacy, CanonicalComposition(),
      Windows1258Repair(table: table, counts: counts, words: words), LookAlikeLetters(table),
      FullWidthForms(), InvisibleCharacters(), ControlCharacters(), CanonicalComposition(),
    ]
  }

  /// A normalized text with what is to be said of it.
  public struct Result: Sendable {
    /// The text, its encoding and its repairs.
    public let text: NormalizedText
    /// What could not be read or repaired; offsets are of the source.
    public let findings: [Finding]
    /// The markup around the text, empty for plain text.
    public var markup = Markup()
  }

  /// Decodes and repairs a document.
  /// - Parameter encoding: the encoding to use. Default: nil, found from the bytes.
  /// - Throws: `DecodingError` when the bytes are no text.
  public func normalize(_ source: [UInt8], encoding: String? = nil) throws(DecodingError) -> Result
  {
    let decoded = try decoder.decode(source, as: encoding)
    var steps: [NormalizedText.Step] = []
    if !decoded.edits.isEmpty { steps.append(.init(rule: "decode", edits: decoded.edits)) }
    guard HTMLExtractor.isPage(decoded.bytes) else {
      return repair(
        decoded.bytes, source: source, map: decoded.edits, steps: steps, encoding: decoded.encoding,
        findings: decoded.findings)
    }
    let page = HTMLExtractor().extract(decoded.bytes)
    steps.append(.init(rule: "html", edits: page.edits))
    let map = decoded.edits.then(page.edits, input: source)
    var result = repair(
      page.edits.apply(to: decoded.bytes), source: source, map: map, steps: steps,
      encoding: decoded.encoding, findings: decoded.findings)
    result.markup = page.markup.moved(by: result.text.steps.drop { $0.rule != "html" }.dropFirst())
    return result
  }

  /// Repairs text that is valid UTF-8 already.
  public func normalize(_ text: String) -> Result {
    let bytes = Array(text.utf8)
    return repair(
      bytes, source: bytes, map: EditList(), steps: [],
      encoding: .init(name: "UTF-8", confidence: 1, evidence: "given as text"), findings: [])
  }

  private func repair(
    _ decoded: [UInt8], source: [UInt8], map: EditList, steps: [NormalizedText.Step],
    encoding: SourceDocument.Encoding, findings: [Finding]
  ) -> Result {
    var bytes = decoded
    var map = map
    var steps = steps
    if decoded.contains(where: { $0 >= 0x80 || $0 < 0x20 || $0 == 0x7F }) {
      for repair in repairs {
        let edits = repair.edits(in: bytes)
        if edits.isEmpty { continue }
        steps.append(.init(rule: repair.rule, edits: edits))
        map = map.then(edits, input: source)
        bytes = edits.apply(to: bytes)
      }
    }
    let text = NormalizedText(bytes: bytes, encoding: encoding, steps: steps, map: map)
    let lossy = LossyText().findings(in: bytes).map { finding in
      let offset = finding.place.byte ?? 0
      let byte = text.source(of: TextSpan(offset, offset + 1)).start
      return Finding(
        finding.severity, finding.code, finding.message, at: .init(byte: byte), fix: finding.fix)
    }
    return Result(text: text, findings: findings + lossy)
  }
}

extension Markup {
  /// The markup after later steps changed the text.
  fileprivate func moved(by steps: some Sequence<NormalizedText.Step>) -> Markup {
    var markup = self
    for step in steps {
      markup.runs = markup.runs.map { run in
        let start = step.edits.outputOffset(of: run.span.start)
        return MarkupRun(
          span: TextSpan(start, step.edits.outputOffset(of: run.span.end)), path: run.path)
      }
    }
    return markup
  }
}
