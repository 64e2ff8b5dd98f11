import Terminology
import TextModel

/// The tables of two columns of a Word document that `brief --format docx` wrote: Vietnamese on the left
/// after the sentence's number, English on the right. Insertions that are tracked are taken, deletions
/// are not; footnotes are no text of the sentence.
///
/// Source: ECMA-376, Office Open XML, 5th edition, part 1, 17.4 (tables), 17.13.5 (revisions).
struct DOCXReader: PairReader {
  static let endings = ["docx"]

  private static let part = "word/document.xml"

  static func read(_ bytes: [UInt8], file: String) -> ReadPairs {
    let document: [UInt8]
    do throws(ZipArchive.ReadFailure) {
      document = try ZipArchive.file(part, of: bytes, limit: PairFiles.sizeLimit)
    } catch {
      switch error {
      case .broken:
        return PairFiles.failure(
          file, "broken-archive", "the file is no Word document: \(part) cannot be unpacked",
          fix: "save it again as .docx")
      case .tooLarge:
        return PairFiles.failure(
          file, "too-large", "\(part) unpacks to more than \(PairFiles.sizeLimit) bytes")
      }
    }
    switch PairFiles.root(document, file: "\(file)/\(part)", named: ["document"]) {
    case .failure(let refused): return refused.result
    case .success(let root): return rows(root, file)
    }
  }

  private static func rows(_ root: XMLElement, _ file: String) -> ReadPairs {
    var result = ReadPairs()
    var seen: Set<String> = []
    for (index, row) in root.all("tr").enumerated() {
      let cells = row.children.filter { $0.name == "tc" }.map(text)
      guard cells.count == 2 else {
        result.findings.append(
          Finding(
            .note, "other-table", "row \(index + 1) has \(cells.count) cells and is left out",
            at: .init(file: file)))
        continue
      }
      let (label, vi) = parted(cells[0])
      let pair = ReadPair(
        name: label.isEmpty ? "row \(index + 1)" : label, vi: vi, en: cells[1], line: nil,
        verdict: .open)
      // The lede stands under two headings: once is enough when both say the same.
      if seen.insert(pair.vi + "\u{0}" + pair.en).inserted { result.pairs.append(pair) }
    }
    if root.all("tr").isEmpty {
      result.findings.append(
        Finding(
          .warning, "no-table", "no table stands in the document", at: .init(file: file),
          fix: "give the document that brief --format docx wrote"))
    }
    return result
  }

  /// The number before the Vietnamese, `3` or `2.3` with two spaces after it, and the rest.
  private static func parted(_ cell: String) -> (label: String, vi: String) {
    let head = cell.prefix { $0.isNumber || $0 == "." }
    guard !head.isEmpty, cell.dropFirst(head.count).hasPrefix("  ") else { return ("", cell) }
    return (String(head), String(cell.dropFirst(head.count)))
  }

  /// The text of a cell; its paragraphs are parted by spaces.
  private static func text(_ cell: XMLElement) -> String {
    cell.all("p").map(paragraph).joined(separator: " ")
  }

  private static func paragraph(_ element: XMLElement) -> String {
    element.children.map { child in
      switch child.name {
      case "t": child.text
      case "tab", "br", "cr": " "
      case "del", "moveFrom", "pPr", "rPr": ""
      default: paragraph(child)
      }
    }.joined()
  }
}
