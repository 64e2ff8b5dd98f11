import Foundation
import TestSupport
import Testing

/// Who may import whom, how large files and functions may be, and what no source may hold.
@Suite struct ArchitectureTests {
  static let standard: Set<String> = [
    "Foundation", "FoundationEssentials", "Dispatch", "Synchronization",
  ]
  static let allowed: [String: Set<String>] = [
    "TextModel": [],
    "Vietnamese": ["TextModel"],
    "Normalization": ["TextModel", "Vietnamese", "ICUShims", "HTMLShims"],
    "Segmentation": ["TextModel", "Vietnamese", "ICUShims", "HTMLShims"],
    "Summarization": ["TextModel"],
    "Evaluation": ["TextModel"],
    "Terminology": ["TextModel", "Vietnamese", "ICUShims", "HTMLShims"],
    "Annotation": ["TextModel", "Vietnamese", "Terminology"],
    "Translation": ["TextModel", "Vietnamese", "Terminology", "Annotation"],
    "Reporting": ["TextModel", "Terminology", "ZipShims"],
    "Workflow": [
      "TextModel", "Vietnamese", "Normalization", "Segmentation", "Summarization", "Terminology",
      "Annotation", "Translation", "Evaluation", "Reporting", "Crypto",
    ],
    "songngu-bench": [
      "TextModel", "Normalization", "Segmentation", "Terminology", "Annotation", "Workflow",
    ],
    "songngu": [
      "TextModel", "Vietnamese", "Normalization", "Segmentation", "Summarization", "Terminology",
      "Annotation", "Translation", "Evaluation", "Reporting", "Workflow", "Storage",
      "ArgumentParser",
    ],
    "Storage": ["TextModel", "Reporting", "Workflow", "GRDB"],
  ]

  private func sources() -> [String] { Repository.files(below: "Sources", ending: ".swift") }
  private func module(_ path: String) -> String { String(path.split(separator: "/")[1]) }

  @Test func importsKeepToTheTable() throws {
    for path in sources() {
      let allowed = try #require(Self.allowed[module(path)], "\(path) is in no known module")
      for line in try Repository.lines(path) {
        let words = line.split(separator: " ").map(String.init)
        guard let index = words.firstIndex(of: "import"), index < 2, index + 1 < words.count else {
          continue
        }
        let name = words[index + 1]
        #expect(allowed.contains(name) || Self.standard.contains(name), "\(path) imports \(name)")
      }
    }
  }

  @Test func onlyTheShimsNameICU() throws {
    for path in sources() {
      let text = try Repository.text(path)
      for name in ["ubrk_", "unorm2_", "ucnv_", "ucol_", "uloc_", "uregex_", "unicode/"] {
        #expect(!text.contains(name), "\(path) names \(name)")
      }
    }
  }

  @Test func noFileIsLongerThan400Lines() throws {
    for path in sources() + Repository.files(below: "Tests", ending: ".swift") {
      let count = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
        .count
      #expect(count <= 400, "\(path) has \(count) lines")
    }
  }

  @Test func noFunctionIsLongerThan60Lines() throws {
    for path in sources() {
      var start: (line: Int, indent: Int)?
      for (number, line) in try Repository.text(path).split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() {
        let indent = line.prefix { $0 == " " }.count
        if line.contains("func ") && line.hasSuffix("{") { start = (number, indent) }
        if let begun = start, line.hasPrefix(String(repeating: " ", count: begun.indent) + "}") {
          #expect(
            number - begun.line <= 60,
            "\(path):\(begun.line + 1) is \(number - begun.line) lines long")
          start = nil
        }
      }
    }
  }

  @Test func nothingUnsafeStandsInSources() throws {
    for path in sources() {
      let text = try Repository.text(path)
      for smell in [
        "@unchecked Sendable", "static let shared", "try!", " as! ", "fatalError(", "TODO", "FIXME",
      ] {
        #expect(!text.contains(smell), "\(path) holds \(smell)")
      }
    }
  }

  /// A list of five or more Vietnamese words in quotation marks is data and belongs in a TSV file.
  @Test func noWordListsStandInSwift() throws {
    let marked = try Regex("\"[^\"]+[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ][^\"]*\"")
    for path in sources() where !path.hasSuffix("Letters.swift") {
      for (number, line) in try Repository.lines(path).enumerated()
      where !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") {
        #expect(
          line.matches(of: marked).count < 5, "\(path): line \(number + 1) looks like a word list")
      }
    }
  }

  @Test func noStringOfASeedStandsInSwiftOrCues() throws {
    let seeds = try Repository.files(below: "seeds", ending: ".txt").map { try Repository.text($0) }
      .joined(separator: " ")
    let words = seeds.split { !$0.isLetter }.map(String.init)
    let grams = Set(words.indices.dropLast(6).map { words[$0...($0 + 6)].joined(separator: " ") })
    for path in sources() + Repository.files(below: "Sources", ending: ".tsv") {
      let own = try Repository.text(path).split { !$0.isLetter }.map(String.init)
      let shared = own.indices.dropLast(6).map { own[$0...($0 + 6)].joined(separator: " ") }.filter(
        grams.contains)
      #expect(shared.isEmpty, "\(path) holds seven words of a seed: \(shared.first ?? "")")
    }
  }

  @Test func everyDataFileSaysWhatItIs() throws {
    for path in Repository.files(below: "Sources", ending: ".tsv") {
      #expect(try Repository.text(path).hasPrefix("# "), "\(path) has no head")
    }
  }

  @Test func everyCommandHasAnExampleAndASectionInTheReference() throws {
    let reference =
      try Repository.text("docs/reference/commands.md")
      + Repository.text("docs/reference/glossary-commands.md")
      + Repository.text("docs/reference/memory.md")
    for path in Repository.files(below: "Sources/songngu/Commands", ending: ".swift") {
      let text = try Repository.text(path)
      #expect(text.contains("Example: songngu "), "\(path)")
      let name =
        text.split(separator: "commandName: \"").dropFirst().first?.prefix { $0 != "\"" } ?? ""
      #expect(
        reference.contains("## \(name)") || reference.contains("## `songngu \(name)`")
          || reference.contains("## songngu \(name)")
          || reference.contains("## glossary \(name)\n")
          || reference.contains("## memory \(name)\n"), "\(name)")
    }
  }
}
