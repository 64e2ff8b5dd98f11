import Terminology
import TextModel

/// TMX 1.4, ours or another program's: units with a Vietnamese and an English variant.
///
/// Another program's units are approved: a memory of translators holds what they confirmed. Ours say
/// whether they are; those of a brief are not. Codes of inline elements are left out.
/// Source: LISA OSCAR, TMX 1.4b Specification, 2005.
struct TMXReader: PairReader {
  static let endings = ["tmx"]

  /// Elements whose content is a code of the document's format, not text.
  private static let codes: Set<String> = ["bpt", "ept", "ph", "it", "ut"]

  static func read(_ bytes: [UInt8], file: String) -> ReadPairs {
    switch PairFiles.root(bytes, file: file, named: ["tmx"]) {
    case .failure(let refused): return refused.result
    case .success(let root):
      let isOurs = root.first("header")?.attributes["creationtool"] == "songngu"
      var result = ReadPairs()
      result.isOurs =
        isOurs && root.all("tu").allSatisfy { !property($0, MemoryTMX.approved).isEmpty }
      for (index, unit) in root.all("tu").enumerated() {
        let name = unit.attributes["tuid"] ?? "unit \(index + 1)"
        let vi = text(unit, "vi")
        let en = text(unit, "en")
        if vi == nil || en == nil {
          let side = vi == nil ? "Vietnamese" : "English"
          result.findings.append(
            Finding(
              .note, "other-language", "\(name) has no \(side) variant and is left out",
              at: .init(file: file, line: unit.line)))
          continue
        }
        let verdict: ReadPair.Verdict =
          switch property(unit, MemoryTMX.approved) {
          case "yes": .approved
          case "no": .waiting
          default: isOurs ? .open : .approved
          }
        result.pairs.append(
          ReadPair(
            name: name, vi: vi ?? "", en: en ?? "", line: unit.line, verdict: verdict,
            origin: property(unit, MemoryTMX.origin), date: property(unit, MemoryTMX.date),
            note: unit.first("note")?.content ?? ""))
      }
      return result
    }
  }

  private static func property(_ unit: XMLElement, _ type: String) -> String {
    unit.children.first { $0.name == "prop" && $0.attributes["type"] == type }?.content ?? ""
  }

  /// The text of the variant in a language, whatever its region.
  private static func text(_ unit: XMLElement, _ language: String) -> String? {
    let variant = unit.children.first { child in
      let code = (child.attributes["xml:lang"] ?? child.attributes["lang"] ?? "").lowercased()
      return child.name == "tuv" && (code == language || code.hasPrefix(language + "-"))
    }
    return variant?.first("seg")?.flat { codes.contains($0.name) ? "" : nil }
  }
}
