import Foundation
import TestSupport
import Testing

/// The glossary commands: exit codes, files that two processes change, bad input, real readers.
@Suite struct GlossaryCommandTests {
  private let folder: URL
  private static let desk = Repository.url("Tests/Fixtures/glossaries/desk.tsv").path

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "songngu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func start(_ arguments: [String]) throws -> (process: Process, out: Pipe, err: Pipe) {
    let process = Process()
    let (out, err) = (Pipe(), Pipe())
    process.executableURL = Repository.url(".build/debug/songngu")
    process.arguments = arguments
    process.currentDirectoryURL = Repository.root
    process.standardOutput = out
    process.standardError = err
    try process.run()
    return (process, out, err)
  }

  private func run(_ arguments: String...) throws -> (code: Int32, out: String, err: String) {
    try Program.run(arguments)
  }

  @Test func processesThatAddToOneFileLoseNothing() throws {
    let file = path("many.tsv")
    let all = try (0..<12).map { number in
      try start([
        "glossary", "add", file, "--vi", "từ \(number)", "--en", "word \(number)", "--date",
        "2026-01-05",
      ])
    }
    for started in all {
      started.process.waitUntilExit()
      #expect(started.process.terminationStatus == 0)
    }
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 13)
    #expect(
      lines.dropFirst().elementsEqual(
        lines.dropFirst().sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["many.tsv"])
  }

  @Test func exitCodesSayWhatHappened() throws {
    #expect(try run("glossary", "lint", Self.desk).code == 0)
    let faulty = Repository.url("Tests/Fixtures/glossaries/faulty.tsv").path
    #expect(try run("glossary", "lint", faulty).code == 1)
    #expect(try run("glossary", "lint", "/nowhere.tsv").code == 3)
    #expect(try run("glossary", "lint", "--show", "loud", Self.desk).code == 2)
    #expect(try run("glossary", "lookup", "zzzzzzzzzz").code == 1)
    #expect(try run("glossary", "diff", Self.desk, Self.desk).code == 0)
    #expect(try run("glossary", "diff", Self.desk, faulty).code == 1)
    #expect(try run("glossary", "convert", Self.desk, "--to", "docx").code == 2)
    #expect(try run("glossary", "convert", Self.desk, "--to", "omegat", "--strict").code == 1)
    #expect(try run("concordance", "không có từ này", "seeds/").code == 1)
    #expect(try run("concordance", "đàm phán", "/nowhere.txt").code == 3)
    #expect(try run("glossary", "coverage", "seeds/", "--at-least", "100").code == 1)
    #expect(try run("glossary").code == 0)
  }

  @Test func aRowThatIsThereIsNotAddedAgain() throws {
    let file = path("own.tsv")
    let arguments = ["glossary", "add", file, "--vi", "x", "--en", "y"]
    for expected in [0, 1] as [Int32] {
      let started = try start(arguments)
      started.process.waitUntilExit()
      #expect(started.process.terminationStatus == expected)
    }
    #expect(try run("glossary", "add", file, "--vi", "x", "--en", "y", "--force").code == 0)
    #expect(try run("glossary", "add", file, "--vi", "x\ty", "--en", "y").code == 1)
    #expect(try run("glossary", "add", file, "--vi", "z", "--en", "y", "--tag", "Q").code == 1)
    #expect(try run("glossary", "add", "/nowhere/x.tsv", "--vi", "x", "--en", "y").code == 3)
    #expect(try run("glossary", "edit", file, "--vi", "x", "--set", "en=z").code == 1)
    #expect(try run("glossary", "edit", file, "--vi", "q", "--set", "en=z").code == 1)
  }

  @Test func aFixedFileHasNothingLeftToFix() throws {
    let file = path("faulty.tsv")
    try FileManager.default.copyItem(
      atPath: Repository.url("Tests/Fixtures/glossaries/faulty.tsv").path, toPath: file)
    #expect(try run("glossary", "lint", "--fix", file).out.contains("5 fixed"))
    let once = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(try run("glossary", "lint", "--fix", file).out.contains("0 fixed"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == once)
  }

  @Test func everyCommandGivesJSON() throws {
    let ours = Repository.url("Tests/Fixtures/glossaries/ours.tsv").path
    let base = Repository.url("Tests/Fixtures/glossaries/base.tsv").path
    for arguments in [
      ["lint", Self.desk], ["lookup", "đại sứ"], ["stats", Self.desk], ["diff", base, ours],
      ["merge", base, ours, base], ["coverage", "seeds/"], ["suggest", "seeds/"],
      ["impact", "--edited", Self.desk, "seeds/"],
      ["convert", Self.desk, "--to", "tbx", "--output", path("x.tbx")],
      ["add", path("j.tsv"), "--vi", "x", "--en", "y"],
      ["edit", path("j.tsv"), "--vi", "x", "--set", "en=z"],
      ["remove", path("j.tsv"), "--vi", "x"],
    ] {
      let started = try start(["glossary"] + arguments + ["--format", "json"])
      let out = started.out.fileHandleForReading.readDataToEndOfFile()
      started.process.waitUntilExit()
      #expect((try? JSONSerialization.jsonObject(with: out)) != nil, "\(arguments)")
    }
    let lines = try run("concordance", "đàm phán", "seeds/", "--format", "json").out
    #expect((try? JSONSerialization.jsonObject(with: Data(lines.utf8))) != nil)
  }

  @Test func impactLooksIntoStoredRuns() throws {
    let (workspace, own) = (path("desk"), path("own.tsv"))
    try Data("vi\ttag\ten\nNga\tPN\tRuritania\n".utf8).write(to: URL(fileURLWithPath: own))
    #expect(try run("glossary", "impact", "--edited", own).code == 2)
    #expect(
      try run("glossary", "impact", "--edited", own, "--runs", "--workspace", folder.path).code == 3
    )
    #expect(try run("init", workspace).code == 0)
    let seed = Repository.url("seeds/000_7dde4ca4ec13ee13.txt").path
    let reports = path("reports")
    #expect(
      try run("brief", seed, "--workspace", workspace, "--output", reports, "--quiet").code == 0)
    let common = ["glossary", "impact", "--workspace", workspace, "--edited"]
    for choice in [["--run", "latest"], ["--runs"]] {
      let started = try start(common + [own, "--check"] + choice)
      let out = String(
        decoding: started.out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      started.process.waitUntilExit()
      #expect(started.process.terminationStatus == 1)
      #expect(out.contains("Ruritania") && out.contains("row ‘Nga’ of own.tsv"), "\(out)")
      #expect(out.hasSuffix("1 stored run, 1 of them would change\n"))
    }
    try Data("vi\ttag\ten\nkhông đâu có\tN\tnowhere\n".utf8).write(
      to: URL(fileURLWithPath: own))
    let none = try start(common + [own, "--runs", "--check", "--format", "json"])
    let json = none.out.fileHandleForReading.readDataToEndOfFile()
    none.process.waitUntilExit()
    #expect(none.process.terminationStatus == 0)
    let report = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    #expect(
      (report["runs"] as? [Any])?.count == 1 && (report["changes"] as? [Any])?.isEmpty == true)
    #expect(
      try run("glossary", "impact", "--edited", own, "--run", "none", "--workspace", workspace).code
        == 3)
  }

  @Test func anExportIsNotWrittenOverAFile() throws {
    let file = path("x.tmx")
    try Data("mine".utf8).write(to: URL(fileURLWithPath: file))
    #expect(try run("glossary", "convert", Self.desk, "--to", "tmx", "--output", file).code == 3)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    #expect(
      try run("glossary", "convert", Self.desk, "--to", "tmx", "--output", file, "--force").code
        == 0)
    let back = try run("glossary", "convert", file, "--to", "tsv")
    #expect(back.out.contains("South China Sea") && back.code == 0)
  }

  /// OmegaT, translate-toolkit and xmllint read what we write; each is skipped where it is absent.
  @Test func otherProgramsReadOurExports() throws {
    let found = try Program.script("check_exports.py")
    #expect(found.code == 0, "\(found.out)")
    #expect(found.out.contains("ok       Python's csv"))
  }
}
