import Foundation
public import TextModel

/// Reads style profiles: tables with the columns `setting`, `value` and `note`.
public enum StyleFile {
  /// The ending of a profile's file.
  static let ending = ".tsv"

  /// The names of the shipped profiles, in order.
  public static var shipped: [String] {
    let folder = ReportingResources.directory.appendingPathComponent("styles")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
  }

  /// A shipped profile by name, or one in a file of yours where the name has a slash or ends in `.tsv`.
  /// - Throws: `StyleError` with file and line when it is not there or not sound.
  public static func profile(_ name: String) throws(StyleError) -> StyleProfile {
    let isPath = name.contains("/") || name.hasSuffix(ending)
    let folder = ReportingResources.directory.appendingPathComponent("styles").path
    let path = isPath ? name : "\(folder)/\(name)\(ending)"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw isPath
        ? StyleError([
          .init(.error, "missing-input", "there is no such file", at: .init(file: name))
        ])
        : StyleError([unknown(name)])
    }
    let stem = name.split(separator: "/").last.map(String.init) ?? name
    return try read(
      Array(data), name: stem.hasSuffix(ending) ? String(stem.dropLast(ending.count)) : stem,
      file: name)
  }

  private static func unknown(_ name: String) -> Finding {
    let near = shipped.min {
      EditDistance.between($0, name) < EditDistance.between($1, name)
    }
    let hint = near.map { EditDistance.between($0, name) <= 3 ? "; did you mean '\($0)'?" : "" }
    return Finding(
      .error, "unknown-style",
      "no style is named '\(name)'\(hint ?? ""); styles are \(shipped.joined(separator: ", "))")
  }

  /// Reads a profile from the bytes of its file.
  /// - Throws: `StyleError` with every line that is not sound.
  public static func read(
    _ bytes: [UInt8], name: String, file: String
  ) throws(StyleError) -> StyleProfile {
    let table = DataTable(String(decoding: bytes, as: UTF8.self))
    guard table.columns.starts(with: ["setting", "value"]) else {
      throw StyleError([
        Finding(
          .error, "broken-style", "the header is not 'setting', 'value'",
          at: .init(file: file, line: table.comments.count + 1),
          fix: "separate the columns by a tab")
      ])
    }
    var profile = StyleProfile(name: name)
    var problems: [Finding] = []
    var seen: Set<String> = []
    for row in table.rows {
      let (setting, value) = (row["setting"], row["value"])
      if setting != "replace", !seen.insert(setting).inserted {
        problems.append(problem("'\(setting)' stands twice", file, row.line))
      } else if let wrong = set(setting, value, in: &profile) {
        problems.append(problem(wrong, file, row.line))
      }
    }
    if !problems.isEmpty { throw StyleError(problems) }
    return profile
  }

  private static func problem(_ message: String, _ file: String, _ line: Int) -> Finding {
    Finding(.error, "broken-style", message, at: .init(file: file, line: line))
  }

  /// Sets one setting; gives what is wrong with it.
  private static func set(
    _ setting: String, _ value: String, in profile: inout StyleProfile
  ) -> String? {
    switch setting {
    case "title": profile.title = value
    case "spelling": return choose(value, &profile.spelling, setting)
    case "dates": return choose(value, &profile.dates.order, setting)
    case "clock": return clock(value, &profile.dates)
    case "thousands": return choose(value, &profile.thousands, setting)
    case "percent": return choose(value, &profile.percent, setting)
    case "quotes": return choose(value, &profile.quotes, setting)
    case "diacritics": return choose(value, &profile.diacritics, setting)
    case "later-mention": return choose(value, &profile.laterMention, setting)
    case "replace": return replace(value, in: &profile)
    default:
      return "there is no setting '\(setting)'; settings are \(settings.joined(separator: ", "))"
    }
    return nil
  }

  /// The settings of a profile.
  public static let settings = [
    "title", "spelling", "dates", "clock", "thousands", "percent", "quotes", "diacritics",
    "later-mention", "replace",
  ]

  private static func choose<Choice: RawRepresentable & CaseIterable>(
    _ value: String, _ target: inout Choice, _ setting: String
  ) -> String? where Choice.RawValue == String {
    guard let choice = Choice(rawValue: value) else {
      let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      return "'\(value)' is no value of '\(setting)'; values are \(all)"
    }
    target = choice
    return nil
  }

  private static func clock(_ value: String, _ dates: inout DateForm) -> String? {
    guard ["12", "24"].contains(value) else {
      return "'\(value)' is no value of 'clock'; values are 12, 24"
    }
    dates.isTwelveHours = value == "12"
    return nil
  }

  private static func replace(_ value: String, in profile: inout StyleProfile) -> String? {
    let parts = value.components(separatedBy: " → ")
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      return "'\(value)' is no replacement; write 'Vietnam → Viet Nam'"
    }
    profile.replacements.append(.init(from: parts[0], to: parts[1]))
    return nil
  }
}

/// A style profile that cannot be used, with every reason.
public struct StyleError: Error, CustomStringConvertible {
  /// What is wrong, with file and line.
  public let findings: [Finding]

  init(_ findings: [Finding]) { self.findings = findings }

  /// One line for each finding.
  public var description: String { findings.map(\.description).joined(separator: "\n") }
}
