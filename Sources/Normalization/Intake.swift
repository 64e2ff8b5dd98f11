import TextModel

/// A document on its way from source bytes to text: the bytes so far, and all that was done to them.
struct Intake {
  /// The bytes as they were read.
  let source: [UInt8]
  /// The bytes so far.
  private(set) var bytes: [UInt8]
  /// All steps as one change of the source.
  private(set) var map = EditList()
  /// The steps that changed something, in order.
  private(set) var steps: [NormalizedText.Step] = []
  /// What was found; offsets are of the source.
  private(set) var findings: [Finding] = []

  init(_ source: [UInt8]) {
    self.source = source
    bytes = source
  }

  /// Takes a step. `output` is the text after it, when it is known already.
  mutating func apply(_ edits: EditList, rule: String, output: [UInt8]? = nil) {
    if edits.isEmpty { return }
    steps.append(.init(rule: rule, edits: edits))
    map = map.then(edits, input: source)
    bytes = output ?? edits.apply(to: bytes)
  }

  /// Takes findings whose offsets are of the source.
  mutating func add(_ found: [Finding]) { findings += found }

  /// Takes findings whose offsets are of the bytes so far.
  mutating func report(_ found: [Finding]) {
    findings += found.map { finding in
      guard let byte = finding.place.byte, !map.isEmpty else { return finding }
      let place = map.inputRange(of: byte..<min(byte + 1, max(byte, bytes.count)))
      return Finding(
        finding.severity, finding.code, finding.message, at: .init(byte: place.lowerBound),
        fix: finding.fix)
    }
  }
}

/// What surrounds a document: the headers of a mail or of a saved HTTP answer.
struct Envelope {
  /// What takes the content out of it.
  let edits: EditList
  /// The rule's name of that step.
  let rule: String
  /// The encoding that it names.
  var declared: DeclaredEncoding?
  /// The kind of content that it names; nil when it names none.
  var kind: InputKind?
  /// What it says of the article.
  var head = ArticleMetadata()
  /// What was left unread; offsets are of the source.
  var findings: [Finding] = []
}
