import ICUShims
import TextModel

/// Names of regions, languages, currencies and the cities of time zones from CLDR, through ICU: the
/// layer under the glossaries.
public enum CLDRTerms {
  /// A kind of name.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case region, language, currency
    /// The city that stands for a time zone: Source: UTS #35, part 4, exemplar cities.
    case city

    var shim: songngu_name_kind {
      switch self {
      case .region: songngu_name_region
      case .language: songngu_name_language
      case .currency: songngu_name_currency
      case .city: songngu_name_city
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

  /// One entry for each code that has a name of its own in both languages. Of cities those whose two
  /// names differ: a name that stays as it is needs no entry.
  public static func entries(_ kind: Kind) -> [TermEntry] {
    var entries: [TermEntry] = []
    var status: Int32 = 0
    withUnsafeMutablePointer(to: &entries) { pointer in
      songngu_each_name(
        kind.shim, "vi", "en", pointer,
        { context, code, vi, en in
          let entries = context?.assumingMemoryBound(to: [TermEntry].self)
          entries?.pointee.append(
            TermEntry(
              code: String(cString: code), vi: String(cString: vi), en: String(cString: en)))
        }, &status)
    }
    return entries.filter { entry in
      entry.vi != entry.note && entry.en != entry.note && (kind != .city || entry.vi != entry.en)
    }.map { entry in
      var entry = entry
      entry.type = kind == .region ? "country" : kind.rawValue
      return entry
    }
  }
}

extension TermEntry {
  /// A name of CLDR; its note is the code.
  fileprivate init(code: String, vi: String, en: String) {
    self.init()
    self.vi = vi
    self.en = en
    tag = .properName
    domain = "cldr"
    status = "approved"
    note = code
    origin = .init(glossary: "CLDR", line: 0)
  }
}
