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
      DoubleEncodingRepair(), legacy, CanonicalComposition(), LookAlikeLetters(table),
      FullWidthForms(), InvisibleCharacters(), ControlCharacters(),
      Windows1258Repair(table: table, counts: counts, words: words), CanonicalComposition(),
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
    /// What a survey of the text found.
    fileprivate var concerns = Concerns.all
  }

  /// Decodes and repairs a document: text, an HTML page, Markdown, a mail, or an HTTP answer.
  /// - Parameters:
  ///   - encoding: the encoding to use. Default: nil, found from the bytes.
  ///   - name: the name of the file, which helps to know Markdown. Default: nil.
  /// - Throws: `DecodingError` when the bytes are no text.
  public func normalize(
    _ source: [UInt8], encoding: String? = nil, name: String? = nil
  ) throws(DecodingError) -> Result {
    var intake = Intake(source)
    let envelope = try open(source)
    if let envelope {
      intake.apply(envelope.edits, rule: envelope.rule)
      intake.add(envelope.findings)
    }
    let declared = envelope?.declared ?? DeclaredEncoding.inPage(intake.bytes)
    let decoded = try decoder.decode(intake.bytes, as: encoding, declared: declared)
    // Where an envelope names the encoding is a place in the source already.
    let isOutside = { (finding: Finding) in
      envelope?.declared != nil && finding.code == "encoding-conflict"
    }
    intake.report(decoded.findings.filter { !isOutside($0) })
    intake.add(decoded.findings.filter(isOutside))
    intake.apply(decoded.edits, rule: "decode", output: decoded.bytes)
    let kind = envelope?.kind ?? InputKind.detect(intake.bytes, name: name)
    let markup = extract(kind, &intake)
    let survey = (kind == .text ? decoded.survey : nil) ?? TextSurvey(intake.bytes)
    if survey.concerns.contains(.controls) {
      intake.report(ControlMarks(withNUL: kind != .page).findings(in: intake.bytes))
    }
    if survey.concerns.contains(.invisibles) {
      intake.report(DirectionMarks().findings(in: intake.bytes))
    }
    let count = intake.steps.count
    var result = repair(
      intake.bytes, source: source, map: intake.map, steps: intake.steps,
      encoding: decoded.encoding, findings: intake.findings, survey: survey)
    let mayHoldMarks = result.concerns.contains(.composition)
    result = result.with(mayHoldMarks ? StrayMarks().findings(in: result.text.bytes) : [])
    result.markup = markup.moved(by: result.text.steps.dropFirst(count))
    if let envelope { result.markup.head = result.markup.head.filled(from: envelope.head) }
    return result
  }

  /// The mail or HTTP answer that a document is; nil for others.
  private func open(_ source: [UInt8]) throws(DecodingError) -> Envelope? {
    if let answer = HTTPEnvelope.open(source) { return answer }
    return try MailEnvelope.open(source) { bytes, charset in
      let known = EncodingName.canonical(charset) ?? "UTF-8"
      let read = try? decoder.decode(bytes, as: known)
      return String(decoding: read?.bytes ?? bytes, as: UTF8.self)
    }
  }

  /// Takes the text out of a page or of Markdown.
  private func extract(_ kind: InputKind, _ intake: inout Intake) -> Markup {
    switch kind {
    case .text: return Markup()
    case .page:
      let page = HTMLExtractor().extract(intake.bytes)
      intake.report(page.findings)
      intake.apply(page.edits, rule: "html")
      return page.markup
    case .markdown:
      let page = MarkdownReader.extract(intake.bytes)
      intake.apply(page.edits, rule: "markdown")
      return page.markup
    }
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
    encoding: SourceDocument.Encoding, findings: [Finding], survey: TextSurvey? = nil
  ) -> Result {
    var bytes = decoded
    var map = map
    var steps = steps
    var concerns = (survey ?? TextSurvey(bytes)).concerns
    for repair in repairs where !repair.concerns.isDisjoint(with: concerns) {
      let edits = repair.edits(in: bytes)
      if edits.isEmpty { continue }
      steps.append(.init(rule: repair.rule, edits: edits))
      map = map.then(edits, input: source)
      bytes = edits.apply(to: bytes)
      concerns = TextSurvey(bytes).concerns
    }
    let text = NormalizedText(bytes: bytes, encoding: encoding, steps: steps, map: map)
    let lossy = concerns.contains(.lostLetters) ? lossyText(text) : []
    return Result(text: text, findings: findings + lossy, concerns: concerns)
  }

  /// What letters are lost, with offsets of the source.
  private func lossyText(_ text: NormalizedText) -> [Finding] {
    LossyText().findings(in: text.bytes).map { finding in
      let offset = finding.place.byte ?? 0
      let byte = text.source(of: TextSpan(offset, offset + 1)).start
      return Finding(
        finding.severity, finding.code, finding.message, at: .init(byte: byte), fix: finding.fix)
    }
  }
}

extension Normalizer.Result {
  /// The result with findings in its text; their offsets become those of the source. A control
  /// character is told as such, not as a lost letter.
  fileprivate func with(_ found: [Finding]) -> Self {
    let controls = Set(findings.filter { $0.code == "control-character" }.map(\.place.byte))
    let kept = findings.filter { $0.code != "lossy-text" || !controls.contains($0.place.byte) }
    let moved = found.map { finding in
      let offset = finding.place.byte ?? 0
      let byte = text.source(of: TextSpan(offset, offset + 1)).start
      return Finding(
        finding.severity, finding.code, finding.message, at: .init(byte: byte), fix: finding.fix)
    }
    return .init(text: text, findings: kept + moved, markup: markup)
  }
}

extension ArticleMetadata {
  /// The metadata with fields that it lacks taken from another source.
  fileprivate func filled(from other: ArticleMetadata) -> ArticleMetadata {
    var metadata = self
    metadata.headline = metadata.headline ?? other.headline
    metadata.published = metadata.published ?? other.published
    metadata.url = metadata.url ?? other.url
    return metadata
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
