import Foundation
import TestSupport
import Testing

/// The memory from the command line: what comes back, and what is refused.
@Suite struct MemoryCommandTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "songngu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func run(_ arguments: String...) throws -> (code: Int32, out: String, err: String) {
    try Program.run(arguments, in: folder)
  }

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
  }

  @Test func aWorkspaceRemembersWhatCameBack() throws {
    #expect(try run("init", ".").code == 0)
    try write("a.csv", "vi,en,approved\nTrời mưa to.,It pours.,yes\nTrời nắng.,It is sunny.,no\n")
    let taken = try run("memory", "import", "a.csv", "--date", "2026-03-01")
    #expect(
      taken.code == 0 && taken.out.contains("2 new") && taken.out.contains("1 approved, 1 waiting"))
    #expect(try run("memory", "list", "--waiting").out.contains("Trời nắng."))
    #expect(try !run("memory", "list", "--waiting").out.contains("Trời mưa to."))
    #expect(try run("memory", "export", "m.tmx").code == 0)
    #expect(try run("memory", "export", "m.tmx").code == 3)
    let again = try run("memory", "import", "m.tmx")
    #expect(again.code == 0 && again.out.contains("0 changed, 0 new, 2 unchanged"))
    #expect(try run("memory", "search", "troi mua").out.contains("It pours."))
    #expect(try run("memory", "search", "khong co").code == 1)
    try write("t.txt", "Trời mưa to. Trời nắng.\n")
    #expect(try run("translate", "t.txt").out.hasPrefix("It pours.\n"))
    #expect(try !run("translate", "t.txt", "--no-memory").out.hasPrefix("It pours.\n"))
    #expect(try run("memory", "approve", "--all", "--withdraw").out.contains("1 translation\n"))
    #expect(try !run("translate", "t.txt").out.hasPrefix("It pours.\n"))
  }

  @Test func hostileFilesAreRefusedAndNothingIsTakenIn() throws {
    #expect(try run("init", ".").code == 0)
    try write("good.csv", "vi,en\nMột.,One.\n")
    try write("bad.tmx", "<tmx>\n<!ENTITY x 'y'>\n<body></tmx>")
    let found = try run("memory", "import", "good.csv", "bad.tmx")
    #expect(found.code == 3 && found.err.contains("bad.tmx:2"), "\(found.err)")
    #expect(try run("memory", "list").out == "no unit\n")
    #expect(try run("memory", "import", "nowhere.tmx").code == 3)
    #expect(try run("memory", "list", "--memory", "nowhere.tmx").code == 3)
    #expect(try run("memory", "import", "good.csv", "--date", "yesterday").code == 2)
    #expect(try run("translate", "--engine", "openai:http://u:p@h#m").code == 2)
  }
}
