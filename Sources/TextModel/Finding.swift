/// Something a reader or maintainer should know: a stage returns it, only the executable prints it.
public struct Finding: Hashable, Codable, Sendable {
  /// How much it matters.
  public enum Severity: String, Hashable, Codable, Sendable, Comparable {
    case note, warning, error

    /// Orders by weight: note, warning, error.
    public static func < (left: Self, right: Self) -> Bool { left.weight < right.weight }

    private var weight: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// Where a finding stands: a file and line, or a byte of the source.
  public struct Place: Hashable, Codable, Sendable {
    /// The path as the user gave it.
    public let file: String?
    /// The line, counted from 1.
    public let line: Int?
    /// The byte offset into the source, counted from 0.
    public let byte: Int?
    /// The character in the line, counted from 1.
    public let column: Int?

    /// Makes a place; leave out what is not known.
    public init(file: String? = nil, line: Int? = nil, byte: Int? = nil, column: Int? = nil) {
      self.file = file
      self.line = line
      self.byte = byte
      self.column = column
    }
  }

  /// How much it matters.
  public let severity: Severity
  /// A stable code such as `lossy-text`, listed in docs/reference/findings.md.
  public let code: String
  /// What is the matter, in a sentence.
  public let message: String
  /// Where it stands.
  public let place: Place
  /// What to do about it, when something can be done.
  public let fix: String?

  /// Makes a finding.
  public init(
    _ severity: Severity, _ code: String, _ message: String, at place: Place = Place(),
    fix: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.place = place
    self.fix = fix
  }

  /// The same finding, with the file it was found in.
  public func inFile(_ file: String) -> Finding {
    Finding(
      severity, code, message,
      at: Place(file: file, line: place.line, byte: place.byte, column: place.column), fix: fix)
  }
}

extension Finding: CustomStringConvertible {
  /// One line: `file:line:column: severity: message [code]; fix`.
  public var description: String {
    var text = place.file ?? ""
    if let line = place.line { text += ":\(line)" }
    if let column = place.column { text += ":\(column)" }
    if let byte = place.byte { text += "\(text.isEmpty ? "" : ": ")byte \(byte)" }
    text += "\(text.isEmpty ? "" : ": ")\(severity.rawValue): \(message) [\(code)]"
    if let fix { text += "; \(fix)" }
    return text
  }
}
