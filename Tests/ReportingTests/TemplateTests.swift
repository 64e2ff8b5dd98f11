import Foundation
import TestSupport
import Testing
import TextModel
import Workflow

@testable import Reporting

@Suite struct TemplateTests {
  /// A folder with templates, gone when the test ends.
  private final class House {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "songngu-house-\(UUID().uuidString)"
    ).path

    init(_ files: [String: String]) throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for (name, text) in files {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func problems(_ files: [String: String]) throws -> [String] {
    let house = try House(files)
    do {
      _ = try HouseTemplate(folder: house.path)
      return []
    } catch {
      return error.findings.map { $0.description.replacing(house.path + "/", with: "") }
    }
  }

  private func page(_ files: [String: String], _ set: SetBrief) throws -> String {
    let house = try House(files)
    let options = try ReportOptions(template: HouseTemplate(folder: house.path))
    return try Reports.files(set, formats: ["html"], options: options).last?.content ?? ""
  }

  @Test func aHouseChangesHeaderAndStyle() throws {
    var briefs = GeneratedBriefs(seed: 5)
    let set = SetBrief(
      title: "T", articles: [briefs.brief("a")], points: [], leftOut: [], failures: [],
      signature: briefs.set().signature)
    let html = try page(
      [
        "header.mustache": "<header>The Desk & {{title}}</header>",
        "house.css": "h1 { color: teal }",
      ], set)
    #expect(html.contains("<header>The Desk & ") && html.contains("h1 { color: teal }"))
    #expect(!html.contains("class=\"house\"") && html.contains("<ol class=\"points\">"))
  }

  @Test func aHouseMayLeavePartsOutAndChangeTheirOrder() throws {
    var briefs = GeneratedBriefs(seed: 6)
    let set = SetBrief(
      title: "T", articles: [briefs.brief("a")], points: [], leftOut: [], failures: [],
      signature: briefs.set().signature)
    let html = try page(["article.mustache": "<main>{{{figures}}}{{{glance}}}</main>"], set)
    let figures = try #require(html.firstRange(of: "id=\"figures\""))
    let glance = try #require(html.firstRange(of: "id=\"glance\""))
    #expect(figures.lowerBound < glance.lowerBound && !html.contains("id=\"points\""))
  }

  @Test func whatCannotBeUsedIsNamedWithItsLine() throws {
    #expect(
      try problems(["article.mustache": "a\n{{{headline}}}"]) == [
        "article.mustache:2: error: 'headline' is no part of the page; only parts may be printed without escaping [broken-template]"
      ])
    #expect(
      try problems(["header.mustache": "{{titel}}"]) == [
        "header.mustache:1: error: there is nothing named 'titel' in a page; did you mean 'title'? [broken-template]"
      ])
    #expect(
      try problems(["footer.mustache": "\n{{> gone}}"]) == [
        "footer.mustache:2: error: there is no template 'gone' [broken-template]"
      ])
    #expect(try problems(["own.mustache": "{{> own}}"])[0].contains("holds itself"))
    #expect(try problems(["page.mustache": "{{=<% %>=}}"])[0].contains("'{{=' is not allowed"))
    #expect(
      try problems(["page.mustache": "{{#title}}x"])[0].contains(
        "page.mustache:1: error: this is no"))
    #expect(try problems([:])[0].contains("neither house.css nor a template"))
    #expect(throws: TemplateError.self) { try HouseTemplate(folder: "/nowhere/at/all") }
  }

  @Test func thePageAllowsItsOwnScriptAndNoOther() throws {
    let (text, digest) = HouseTemplate.script()
    let hex = Digest.sha256(Array(text.utf8))
    let bytes = stride(from: 0, to: hex.count, by: 2).compactMap { index -> UInt8? in
      UInt8(hex.dropFirst(index).prefix(2), radix: 16)
    }
    #expect(Data(bytes).base64EncodedString() == digest)
  }
}
