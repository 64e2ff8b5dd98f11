import Foundation
import TestSupport
import Testing

@testable import Reporting

/// What docs/reference/brief.schema.json documents and what is written are the same; a full validator
/// runs in Tests/Scripts/check_reports.py.
@Suite struct JSONSchemaTests {
  private typealias Object = [String: Any]

  private func object(_ data: Data) throws -> Object {
    try #require(try JSONSerialization.jsonObject(with: data) as? Object)
  }

  private func definitions() throws -> Object {
    let schema = try object(Data(Repository.bytes("docs/reference/brief.schema.json")))
    return try #require(schema["$defs"] as? Object)
  }

  /// Compares a value with its definition; notes which documented fields occur.
  private func check(
    _ value: Any, _ rule: Object, _ definitions: Object, _ path: String,
    _ seen: inout Set<String>, _ problems: inout [String]
  ) {
    var (rule, path) = (rule, path)
    if let name = (rule["$ref"] as? String)?.split(separator: "/").last.map(String.init) {
      rule = definitions[name] as? Object ?? [:]
      path = name
    }
    if let values = value as? [Any], let items = rule["items"] as? Object {
      for value in values { check(value, items, definitions, path, &seen, &problems) }
    }
    guard let object = value as? Object, let fields = rule["properties"] as? Object else { return }
    for name in rule["required"] as? [String] ?? [] where object[name] == nil {
      problems.append("\(path) has no \(name)")
    }
    for (name, value) in object.sorted(by: { $0.key < $1.key }) {
      seen.insert("\(path).\(name)")
      guard let field = fields[name] as? Object else {
        problems.append("\(path).\(name) is not documented")
        continue
      }
      check(value, field, definitions, "\(path).\(name)", &seen, &problems)
    }
  }

  @Test func whatIsWrittenIsWhatIsDocumented() throws {
    let definitions = try definitions()
    let set = try SeedBriefs.make(try Repository.workbench())
    var seen: Set<String> = []
    var problems: [String] = []
    for file in try Reports.files(set, formats: ["json"]) {
      let kind = ["set.json": "set", "index.json": "index"][file.name] ?? "brief"
      let value = try object(Data(file.bytes))
      #expect(value["schema"] as? String == JSONWriter.schema)
      check(value, ["$ref": "#/$defs/\(kind)"], definitions, kind, &seen, &problems)
    }
    #expect(problems.isEmpty, "\(Set(problems).sorted())")
    for name in ["brief", "point", "english", "word", "annotation", "mention", "signature", "set"] {
      let fields = (definitions[name] as? Object)?["properties"] as? Object ?? [:]
      for field in fields.keys.sorted() where !Self.rare.contains("\(name).\(field)") {
        #expect(seen.contains("\(name).\(field)"), "\(name).\(field) never occurs")
      }
    }
  }

  /// Fields that the sample articles give no occasion for.
  private static let rare: Set<String> = ["annotation.refersTo", "english.match"]
}

/// The encoder of reports gives the bytes of Foundation's.
@Suite struct SortedJSONTests {
  private struct Odd: Encodable {
    var none: Int?
    var empty: [Int] = []
    var table: [String: Double] = [:]
    var numbers = [0.1, 1, -0.25, 1e-7, 123_456_789_012_345_680, 100]
    var text = "a\"b\\c/\u{0}\u{8}\u{c}\n\r\t\u{1f}\u{7f}é\u{2028}🙂"
    var nested = [[1], [2, 3], []]
    var truth = [true, false]
    var key9 = 1
    var key10 = 1
    var keyA = 1
  }

  private func check(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let wanted = String(decoding: try encoder.encode(value), as: UTF8.self)
    #expect(String(decoding: try SortedJSON.bytes(value), as: UTF8.self) == wanted)
  }

  @Test func oddValuesAreAsFoundationWritesThem() throws { try check(Odd()) }

  @Test(arguments: 0..<10) func generatedAndHostileBriefsToo(seed: UInt64) throws {
    var briefs = GeneratedBriefs(seed: seed)
    try check(briefs.set())
    var hostile = HostileTextTests.Source(generator: SeededGenerator(seed: seed))
    try check(hostile.set())
  }

  @Test func theBriefOfTheSamplesToo() throws {
    try check(try SeedBriefs.make(try Repository.workbench()))
  }
}
