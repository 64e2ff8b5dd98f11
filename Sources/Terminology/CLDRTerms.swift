import ICUShims
import TextModel

/// Names of regions, languages and currencies from CLDR, through ICU: the layer under the glossaries.
public enum CLDRTerms {
  /// A kind of name.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case region, language, currency

    var shim: songngu_name_kind {
      switch self {
      case .region: songngu_name_region
      case .language: songngu_name_language
      case .currency: songngu_name_currency
      }
    }
  }

  /// The name of a code in a locale, nil when CLDR has none.
  public static func name(_ kind: Kind, _ code: String, in locale: String) -> String? {
    var status: Int32 = 0
    var text = [CChar](repeating: 0, count: 512)
    let length = songngu_display_name(
      kind.shim, code, locale, &text, Int32(text.count), &status)
    guard status <= 0, length > 0 else { return nil }
    return String(decoding: text.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// All codes of a kind, in ICU's order.
  public static func codes(_ kind: Kind) -> [String] {
    var codes: [String] = []
    var status: Int32 = 0
    withUnsafeMutablePointer(to: &codes) { pointer in
      songngu_each_code(
        kind.shim, pointer,
        { context, code in
          context?.assumingMemoryBound(to: [String].self).pointee.append(String(cString: code))
        }, &status)
    }
    return codes
  }

  /// One entry for each code that has a name of its own in both languages.
  public static func entries(_ kind: Kind) -> [TermEntry] {
    codes(kind).compactMap { code in
      guard let vi = name(kind, code, in: "vi"), let en = name(kind, code, in: "en"), vi != code,
        en != code
      else { return nil }
      var entry = TermEntry()
      entry.vi = vi
      entry.en = en
      entry.tag = .properName
      entry.type = kind == .region ? "country" : kind.rawValue
      entry.domain = "cldr"
      entry.status = "approved"
      entry.note = code
      entry.origin = .init(glossary: "CLDR", line: 0)
      return entry
    }
  }
}
