import Foundation
import Mustache
public import TextModel

/// The templates of the HTML pages: the shipped ones, and those of a house in their place.
///
/// A template arranges; it never sees text of an article as HTML. Only the parts that songngu has made
/// may be printed without escaping, and the page as a whole loses its control characters.
/// Source: mustache(5).
public struct HouseTemplate: Sendable {
  private let library: MustacheLibrary
  /// The style sheet: the shipped one, then `house.css`.
  let style: String
  /// The files of the house, by name, for the digest of the options.
  public let files: [(name: String, text: String)]

  /// The file of a house that follows the shipped style sheet.
  static let sheet = "house.css"
  private static let ending = ".mustache"

  /// The shipped templates alone.
  /// - Throws: `TemplateError` when a file is missing from the installation.
  public init() throws(TemplateError) {
    try self.init(files: [], folder: "")
  }

  /// The shipped templates, with those of a folder in their place.
  /// - Throws: `TemplateError` with file and line when one cannot be used.
  public init(folder: String) throws(TemplateError) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted()
    guard let names else {
      throw TemplateError([
        Finding(
          .error, "missing-input", "there is no folder of this name", at: .init(file: folder))
      ])
    }
    let own = names.filter { $0 == Self.sheet || $0.hasSuffix(Self.ending) }
    if own.isEmpty {
      throw TemplateError([
        Finding(
          .error, "empty-template", "the folder has neither \(Self.sheet) nor a template",
          at: .init(file: folder), fix: "templates end in \(Self.ending)")
      ])
    }
    let files = own.compactMap { name in
      FileManager.default.contents(atPath: "\(folder)/\(name)").map {
        (name: name, text: String(decoding: $0, as: UTF8.self))
      }
    }
    try self.init(files: files, folder: folder)
  }

  private init(files: [(name: String, text: String)], folder: String) throws(TemplateError) {
    var texts: [(name: String, file: String, text: String)] = []
    for name in Self.shipped {
      let own = files.first { $0.name == name + Self.ending }
      if let own {
        texts.append((name, "\(folder)/\(own.name)", own.text))
      } else {
        texts.append((name, name + Self.ending, try Self.data(name + Self.ending)))
      }
    }
    for file in files where file.name.hasSuffix(Self.ending) {
      let name = String(file.name.dropLast(Self.ending.count))
      if !Self.shipped.contains(name) { texts.append((name, "\(folder)/\(file.name)", file.text)) }
    }
    let problems = TemplateCheck(names: texts.map(\.name)).findings(texts)
    if !problems.isEmpty { throw TemplateError(problems) }
    var library = MustacheLibrary()
    for (name, file, text) in texts {
      do {
        try library.register(text, named: name)
      } catch {
        throw TemplateError([Self.finding(error, file)])
      }
    }
    self.library = library
    self.files = files
    let sheet = try Self.data("report.css")
    style = sheet + (files.first { $0.name == Self.sheet }?.text ?? "")
  }

  /// The templates that songngu ships and a house may replace.
  public static let shipped = ["article", "footer", "header", "index", "page", "set"]

  private static func data(_ name: String) throws(TemplateError) -> String {
    let path = ReportingResources.directory.appendingPathComponent("html/\(name)").path
    guard let data = FileManager.default.contents(atPath: path) else {
      throw TemplateError([
        Finding(
          .error, "missing-data", "this file is missing; install songngu again",
          at: .init(file: path))
      ])
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// The script of the pages and the digest by which they allow it and no other.
  static func script() -> (text: String, digest: String) {
    let text = (try? data("report.js")) ?? ""
    let digest = (try? data("report.js.sha256")) ?? ""
    return (text, digest.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  private static func finding(_ error: any Error, _ file: String) -> Finding {
    let parser = error as? MustacheTemplate.ParserError
    let reason = parser.map { "\($0.error)" } ?? "\(error)"
    return Finding(
      .error, "broken-template", "this is no Mustache template: \(reason)",
      at: .init(file: file, line: parser?.context.lineNumber))
  }

  /// A page from its parts.
  func render(_ name: String, _ values: [String: String]) -> String {
    library.render(values, withTemplate: name) ?? ""
  }
}

/// A template that cannot be used, with every reason.
public struct TemplateError: Error, CustomStringConvertible {
  /// What is wrong, with file and line.
  public let findings: [Finding]

  init(_ findings: [Finding]) { self.findings = findings }

  /// One line for each finding.
  public var description: String { findings.map(\.description).joined(separator: "\n") }
}
