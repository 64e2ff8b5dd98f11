import Terminology
import TextModel

/// XLIFF 2.x and 1.2, from Vietnamese to English.
///
/// Approved are segments in the states `reviewed` and `final` (2.x), and units in the states `final` and
/// `signed-off` or with `approved="yes"` (1.2); a unit whose segments differ in state is as its least.
/// Source: OASIS, XLIFF Version 2.1, 2018; XLIFF 1.2, 2008.
struct XLIFFReader: PairReader {
  static let endings = ["xlf", "xliff"]

  static func read(_ bytes: [UInt8], file: String) -> ReadPairs {
    switch PairFiles.root(bytes, file: file, named: ["xliff"]) {
    case .failure(let refused): return refused.result
    case .success(let root):
      let version = root.attributes["version"] ?? ""
      if version.hasPrefix("2") { return second(root, file) }
      if version.hasPrefix("1") { return first(root, file) }
      return PairFiles.failure(
        file, line: root.line, "unknown-version",
        "the version of XLIFF is '\(version)', neither 1.2 nor 2.x")
    }
  }

  private static func refusal(
    _ element: XMLElement, _ source: String, _ target: String, _ file: String
  ) -> ReadPairs? {
    let from = element.attributes[source]?.lowercased() ?? ""
    let to = element.attributes[target]?.lowercased() ?? ""
    if from.hasPrefix("vi"), to.hasPrefix("en") { return nil }
    return PairFiles.failure(
      file, line: element.line, "wrong-language",
      "the file goes from '\(from)' to '\(to)', not from vi to en")
  }

  // MARK: 2.x

  private static func second(_ root: XMLElement, _ file: String) -> ReadPairs {
    if let refused = refusal(root, "srcLang", "trgLang", file) { return refused }
    var result = ReadPairs()
    for document in root.all("file") {
      for unit in document.all("unit") {
        let segments = unit.children.filter { $0.name == "segment" || $0.name == "ignorable" }
        let texts = segments.filter { $0.name == "segment" }
        let isApproved =
          !texts.isEmpty
          && texts.allSatisfy { ["reviewed", "final"].contains($0.attributes["state"] ?? "") }
        let join = { (side: String) in segments.map { $0.first(side)?.flat ?? "" }.joined() }
        result.pairs.append(
          ReadPair(
            name: unit.attributes["id"] ?? "unit", vi: join("source"), en: join("target"),
            line: unit.line, verdict: isApproved ? .approved : .open,
            origin: document.attributes["original"] ?? ""))
      }
    }
    return result
  }

  // MARK: 1.2

  /// Elements whose content is a code of the document's format, not text.
  private static let codes: Set<String> = ["bpt", "ept", "ph", "it", "x", "bx", "ex"]

  private static func first(_ root: XMLElement, _ file: String) -> ReadPairs {
    var result = ReadPairs()
    for document in root.all("file") {
      if let refused = refusal(document, "source-language", "target-language", file) {
        return refused
      }
      for unit in document.all("trans-unit") {
        let target = unit.first("target")
        let state = target?.attributes["state"] ?? ""
        let isApproved =
          unit.attributes["approved"] == "yes" || ["final", "signed-off"].contains(state)
        let text = { (element: XMLElement?) in
          element?.flat { codes.contains($0.name) ? "" : nil } ?? ""
        }
        result.pairs.append(
          ReadPair(
            name: unit.attributes["id"] ?? "unit", vi: text(unit.first("source")),
            en: text(target), line: unit.line, verdict: isApproved ? .approved : .open,
            origin: document.attributes["original"] ?? ""))
      }
    }
    return result
  }
}
