import Foundation
public import Testing

/// Compares a text with the file in Tests/Goldens; RECORD_GOLDENS=1 rewrites the file and still fails.
public enum Golden {
  /// Compares, or records when asked to.
  public static func check(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = Repository.url("Tests/Goldens/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      Issue.record(
        "golden \(name) was recorded; look at the change and run again",
        sourceLocation: sourceLocation)
      return
    }
    let golden = String(decoding: (try? Data(contentsOf: url)) ?? Data(), as: UTF8.self)
    if golden != text {
      let lines = zip(golden.split(separator: "\n"), text.split(separator: "\n"))
      let first = lines.first { $0 != $1 }
      Issue.record(
        "\(name) differs: golden '\(first?.0 ?? "")', now '\(first?.1 ?? "")'",
        sourceLocation: sourceLocation)
    }
  }
}
