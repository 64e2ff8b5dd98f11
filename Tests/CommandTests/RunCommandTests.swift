import Foundation
import TestSupport
import Testing

/// Runs that are kept and compared, as a user keeps and compares them.
@Suite struct RunCommandTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "songngu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["000_7dde4ca4ec13ee13.txt", "002_08239fbb93926ba0.txt"] {
      try FileManager.default.copyItem(
        at: Repository.url("seeds/\(name)"), to: folder.appendingPathComponent(name))
    }
    #expect(try run("init").code == 0)
  }

  private func run(_ arguments: String...) throws -> (code: Int32, out: String, err: String) {
    try Program.run(arguments, in: folder)
  }

  private func brief(_ output: String, _ more: String...) throws {
    let found = try Program.run(
      ["brief", ".", "--output", output, "--format", "json", "--quiet"] + more, in: folder)
    #expect(found.code == 0, "\(found.err)")
  }

  private func bytes(_ output: String) throws -> [String: Data] {
    let place = folder.appendingPathComponent(output)
    let names = try #require(FileManager.default.enumerator(atPath: place.path))
    return try Dictionary(
      names.compactMap { $0 as? String }.filter { $0.hasSuffix(".json") && $0 != "index.json" }.map
      {
        ($0, try Data(contentsOf: place.appendingPathComponent($0)))
      }
    ) { first, _ in first }
  }

  private func objects() throws -> String {
    let out = try run("runs", "verify").out
    return String(try #require(out.split(separator: "objects: ").last))
  }

  @Test func whatComesFromTheStoreHasTheSameBytes() throws {
    try brief("made")
    let objects = try objects()
    try brief("taken")
    try brief("anew", "--no-cache")
    #expect(try self.objects() == objects)
    #expect(try bytes("made").count == 3)
    #expect(try bytes("made") == bytes("taken"))
    #expect(try bytes("made") == bytes("anew"))
    let text = try String(
      contentsOf: folder.appendingPathComponent("002_08239fbb93926ba0.txt"), encoding: .utf8)
    try Data("\(text)\n".utf8).write(to: folder.appendingPathComponent("002_08239fbb93926ba0.txt"))
    try brief("part")
    try brief("whole", "--no-cache")
    #expect(try bytes("part") == bytes("whole"))
  }

  @Test func weightsOfOnesOwnAreNamedAsTheCause() throws {
    let data = folder.appendingPathComponent("data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    let shipped = try Repository.text("Sources/Summarization/Data/summary-weights.tsv")
    let other = shipped.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("article\tearly\t") ? "article\tearly\t-1.5" : String($0)
    }
    try Data(other.joined(separator: "\n").utf8).write(
      to: data.appendingPathComponent("summary-weights.tsv"))
    try brief("r")
    try brief("r", "--data", "data")
    let diff = try run("diff", "--fail-on", "any")
    #expect(diff.code == 1)
    #expect(diff.out.contains("because of: weights summary-weights.tsv: article early "))
    #expect(!diff.out.contains("because of: version"))
    try Data("a\n".utf8).write(to: data.appendingPathComponent("weigths.tsv"))
    let refused = try run("brief", ".", "--output", "r", "--data", "data")
    #expect(refused.code == 3)
    #expect(refused.err.contains("weigths.tsv") && refused.err.contains("summary-weights"))
  }
}
