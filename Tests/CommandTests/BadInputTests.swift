import Foundation
import TestSupport
import Testing

/// Bad input gives a message that says what, where and what to do, and the exit code of its kind.
@Suite struct BadInputTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "songngu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = folder.appendingPathComponent(name)
    try Data(bytes).write(to: url)
    return url.path
  }

  private func run(_ arguments: String..., input: String = "") throws -> (
    code: Int32, out: String, err: String
  ) {
    try Program.run(arguments, input: input)
  }

  @Test func badFilesAreNamedAndTheOthersGetTheirBriefs() throws {
    let empty = try write("empty.txt", [])
    let binary = try write("binary.txt", [UInt8](repeating: 0, count: 500))
    let output = folder.appendingPathComponent("out").path
    let result = try run("brief", empty, binary, "/nowhere.txt", "seeds/", "--output", output)
    #expect(result.code == 3)
    for part in [
      "empty.txt", "the file is empty", "binary.txt", "byte 0", "/nowhere.txt", "check the path",
    ] {
      #expect(result.err.contains(part), "\(part) in \(result.err)")
    }
    let articles = try FileManager.default.contentsOfDirectory(atPath: "\(output)/articles")
    #expect(articles.filter { $0.hasSuffix(".html") }.count == 5)
  }

  @Test(arguments: ["normalize", "sentences", "words", "annotate", "summarize", "translate"])
  func aFileThatIsNoTextIsNamedAndTheOthersAreRead(command: String) throws {
    let binary = try write("binary.txt", [0x61, 0, 0x62])
    let result = try run(command, binary, try write("sound.txt", Array("Thủ tướng nói.".utf8)))
    #expect(result.code == 3 && result.out.contains(command == "translate" ? "said" : "hủ tướng"))
    #expect(result.err.hasPrefix("\(binary): error: this is no text"))
  }

  @Test func aSourceThatIsNoTextCannotBeChecked() throws {
    let result = try run("check", "--source", try write("binary.txt", [0x61, 0, 0x62]))
    #expect(result.code == 3 && result.err.contains("this is no text"))
  }

  @Test func anEmptyFolderIsNamed() throws {
    let result = try run("brief", folder.path, "--output", "\(folder.path)/out")
    #expect(result.code == 3 && result.err.contains("no article stands in this folder"))
  }

  @Test func anOutputThatIsAFileIsRefused() throws {
    let file = try write("taken", [0x61])
    let result = try run("brief", "seeds/", "--output", file)
    #expect(result.code == 3 && result.err.contains("this is a file, not a folder"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data([0x61]))
  }

  @Test func aForeignFileIsNotOverwritten() throws {
    let output = folder.appendingPathComponent("mine")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: output.appendingPathComponent("index.html"))
    let result = try run("brief", "seeds/", "--output", output.path)
    #expect(result.code == 3 && result.err.contains("--force"))
    #expect(try Data(contentsOf: output.appendingPathComponent("index.html")) == Data("mine".utf8))
    #expect(try run("brief", "seeds/", "--output", output.path, "--force").code == 0)
    #expect(try run("brief", "seeds/", "--output", output.path).code == 0)
  }

  @Test func aBrokenGlossaryLineIsNamedAndTheRestLoads() throws {
    let path = try write(
      "own.tsv", Array("vi\ttag\ten\nan ninh\tQQ\tsecurity\nngoại giao\tM\tstatecraft\n".utf8))
    let result = try run(
      "annotate", "--jsonl", "--glossary", path, input: "{\"id\":\"1\",\"text\":\"ngoại giao\"}\n")
    #expect(result.err.contains("own.tsv:2") && result.err.contains("glossary-tag"))
    #expect(result.out.contains("statecraft"))
  }

  @Test func invalidUTF8IsReportedWithItsByte() throws {
    let path = try write(
      "broken.txt",
      Array("Ngày 3/5, hai nước đàm phán về an ninh khu vực và thế giới".utf8) + [0xE1, 0xBA])
    let result = try run("normalize", path)
    #expect(result.code == 0 && result.err.contains("invalid UTF-8"))
  }

  @Test func usageErrorsExitWith2() throws {
    #expect(try run("brief", "--format", "doc").code == 2)
    #expect(try run("summarize", "--method", "magic").code == 2)
    #expect(try run("summarize", "--sentences", "0").code == 2)
    #expect(try run("nonsense").code == 2)
  }

  @Test(arguments: ["normalize", "sentences", "annotate", "summarize", "brief"])
  func aBadRecordGivesAnErrorInItsPlace(command: String) throws {
    let good = "\"text\":\"Hai nước tiếp tục đàm phán về an ninh trong thời gian tới.\""
    let input = "{\"id\":\"a\",\(good)}\nnot json\n{\"id\":\"c\",\"text\":5}\n{\"id\":4,\(good)}\n"
    let result = try run(command, "--jsonl", input: input)
    let lines = result.out.split(separator: "\n")
    #expect(result.code == 1 && lines.count == 4)
    let records = try lines.map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    #expect(records[0]?["id"] as? String == "a" && records[0]?["error"] == nil)
    #expect((records[1]?["error"] as? [String: Any])?["code"] as? String == "bad-json")
    #expect(records[2]?["id"] as? String == "c" && records[2]?["error"] != nil)
    #expect(records[3]?["id"] as? Int == 4 && records[3]?["error"] == nil)
  }

  @Test func theVersionNamesICUUnicodeAndCLDR() throws {
    let out = try run("--version").out
    #expect(out.contains("ICU ") && out.contains("Unicode ") && out.contains("CLDR "))
  }
}
