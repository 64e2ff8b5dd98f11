import Foundation
import Reporting
import TextModel

/// Standard output and error: results on the one, messages on the other.
enum Console {
  /// Writes text to standard output.
  static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// Writes bytes to standard output.
  static func write(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

  /// Writes a line to standard error.
  static func error(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

  /// Writes findings to standard error, nothing of the source unescaped.
  static func report(_ findings: [Finding], quiet: Bool = false) {
    for finding in findings where !quiet || finding.severity == .error {
      error(Escaping.terminal(finding.description))
    }
  }
}
