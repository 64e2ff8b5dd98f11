import Foundation
import HTMLShims
import TextModel

/// Sentence rules in SRX that cannot be read.
public struct SRXError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line of the file, counted from 1.
  public let line: Int
  /// What is wrong.
  public let problem: String

  /// The line and the problem.
  public var description: String { "line \(line): \(problem)" }
}

extension BreakRules {
  /// Reads sentence rules in SRX 2.0, those for a language.
  ///
  /// They stand in place of songngu's own. Nothing is fetched; a file that declares entities is refused.
  /// A rule whose pattern ICU does not know is passed over and named. Source: SRX 2.0 Specification,
  /// GALA/LISA OSCAR, 2008; ISO 24621.
  /// - Parameter language: the language code that the file's patterns are matched with. Default: `vi`.
  /// - Throws: `SRXError` when the file is no SRX or has no rules for the language.
  public static func read(
    srx bytes: [UInt8], file: String, language: String = "vi"
  ) throws(SRXError) -> BreakRules {
    let scan = SRXScan()
    let pointer = Unmanaged.passUnretained(scan).toOpaque()
    var receiver = songngu_html_receiver(
      start: { context, name, attributes, line in
        SRXScan.from(context)?.start(String(cString: name), attributes, Int(line))
      },
      end: { context, name, _ in SRXScan.from(context)?.end(String(cString: name)) },
      text: { context, text, length, _ in
        let bytes = UnsafeBufferPointer(start: text, count: Int(length))
        SRXScan.from(context)?.text(bytes)
      })
    var message = [CChar](repeating: 0, count: 256)
    let line = withExtendedLifetime(scan) {
      songngu_parse_xml(
        bytes, Int32(bytes.count), pointer, &receiver, &message, Int32(message.count))
    }
    if line != 0 {
      let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw SRXError(line: max(1, Int(line)), problem: String(decoding: text, as: UTF8.self))
    }
    return try scan.rules(language: language, file: file)
  }
}

/// Receives the events of an SRX file. One for each file, on one thread.
private final class SRXScan {
  private var cascades = false
  private var maps: [(pattern: String, name: String)] = []
  private var lists: [String: [(rule: BreakRule, line: Int)]] = [:]
  private var isSRX = false
  private var list = ""
  private var rule: (breaks: Bool, line: Int)?
  private var before = ""
  private var after = ""
  private var text: [UInt8] = []

  static func from(_ context: UnsafeMutableRawPointer?) -> SRXScan? {
    context.map { Unmanaged<SRXScan>.fromOpaque($0).takeUnretainedValue() }
  }

  /// An element's name without its namespace prefix.
  private static func local(_ name: String) -> Substring {
    name.split(separator: ":").last ?? name[...]
  }

  func start(_ name: String, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?, _ line: Int) {
    let values = Self.values(attributes)
    text = []
    switch Self.local(name) {
    case "srx": isSRX = true
    case "header": cascades = values["cascade"] == "yes"
    case "languagerule": list = values["languagerulename"] ?? ""
    case "languagemap":
      maps.append((values["languagepattern"] ?? "", values["languagerulename"] ?? ""))
    case "rule":
      rule = (values["break"] != "no", line)
      (before, after) = ("", "")
    default: break
    }
  }

  func end(_ name: String) {
    switch Self.local(name) {
    case "beforebreak": before = String(decoding: text, as: UTF8.self)
    case "afterbreak": after = String(decoding: text, as: UTF8.self)
    case "rule":
      guard let rule else { return }
      let made = BreakRule(
        breaks: rule.breaks, before: before, after: after, name: "srx:\(rule.line)")
      lists[list, default: []].append((made, rule.line))
      self.rule = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if rule != nil { text += bytes }
  }

  /// The rules of the lists that the language maps to, in their order.
  func rules(language: String, file: String) throws(SRXError) -> BreakRules {
    guard isSRX else {
      throw SRXError(line: 1, problem: "the file is no SRX: it has no element srx")
    }
    let fitting = maps.filter { map in
      let ends = try? Pattern("\\A(?:\(map.pattern))\\z")?.ends(in: Array(language.utf8))
      return ends?.isEmpty == false
    }
    let names = cascades ? fitting[...] : fitting.prefix(1)
    guard !names.isEmpty else {
      throw SRXError(line: 1, problem: "no language map fits '\(language)'")
    }
    var rules: [BreakRule] = []
    var findings: [Finding] = []
    for (rule, line) in names.flatMap({ lists[$0.name] ?? [] }) {
      if Pattern(rule.pattern) != nil, !(rule.before + rule.after).isEmpty {
        rules.append(rule)
      } else {
        findings.append(
          Finding(
            .error, "rule-row", "the rule has no pattern that ICU knows",
            at: .init(file: file, line: line), fix: "mend it; the other rules are used"))
      }
    }
    return BreakRules(rules, replacesOwn: true, findings: findings)
  }

  private static func values(
    _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
  ) -> [String: String] {
    guard var cursor = attributes else { return [:] }
    var values: [String: String] = [:]
    while let name = cursor.pointee {
      let value = cursor.advanced(by: 1).pointee.map { String(cString: $0) }
      values[String(cString: name)] = value ?? ""
      cursor = cursor.advanced(by: 2)
    }
    return values
  }
}
