/// A document as it was read: its bytes, where they came from, and how they were decoded.
public struct SourceDocument: Hashable, Codable, Sendable {
  /// How the bytes were read as text.
  public struct Encoding: Hashable, Codable, Sendable {
    /// The name, such as `UTF-8`, `windows-1258`, `TCVN3`.
    public let name: String
    /// 0 to 1: how sure the detection is; 1 when the bytes prove it or the user said so.
    public let confidence: Double
    /// What spoke for it, in words.
    public let evidence: String

    /// Makes a record of a decision.
    public init(name: String, confidence: Double, evidence: String) {
      self.name = name
      self.confidence = confidence
      self.evidence = evidence
    }
  }

  /// SHA-256 of the bytes, in lower-case hexadecimal.
  public let id: String
  /// Where the bytes came from, as the user named it: a path, `-`, or a record's id.
  public let origin: String
  /// The bytes.
  public let bytes: [UInt8]

  /// Makes a document; the identifier is the digest of the bytes.
  public init(id: String, origin: String, bytes: [UInt8]) {
    self.id = id
    self.origin = origin
    self.bytes = bytes
  }
}
