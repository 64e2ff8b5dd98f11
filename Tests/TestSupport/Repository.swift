public import Foundation
public import Workflow

/// Files of the checkout, found from this file's own path.
public enum Repository {
  /// The root of the checkout.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The address of a file of the checkout.
  public static func url(_ path: String) -> URL { root.appendingPathComponent(path) }

  /// The bytes of a file of the checkout.
  public static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url(path)))
  }

  /// The text of a file of the checkout.
  public static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url(path)), as: UTF8.self)
  }

  /// The floors of heuristics, by name.
  public static func floors() throws -> [String: Double] {
    let data = Data(try bytes("Tests/QualityTests/floors.json"))
    return try JSONDecoder().decode([String: Double].self, from: data)
  }

  /// The lines of a file of the checkout, blank ones left out.
  public static func lines(_ path: String) throws -> [String] {
    try text(path).split(separator: "\n").map(String.init)
  }

  /// All files below a folder that end so, as paths from the root, sorted.
  public static func files(below folder: String, ending: String) -> [String] {
    let walker = FileManager.default.enumerator(atPath: url(folder).path)
    let names = walker?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
  }

  /// The stages with the shipped glossaries, made once for all tests.
  public static func workbench() throws -> Workbench { try made.get() }

  private static let made = Result<Workbench, any Error> {
    Workbench(
      language: try LanguageData(), glossaries: try GlossarySet(folder: url("Glossaries").path))
  }
}
