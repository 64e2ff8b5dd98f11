import ICUShims
public import TextModel

/// The versions of the data that results depend on.
public struct ICUVersions: Hashable, Codable, Sendable {
  /// The version of the ICU library.
  public let icu: String
  /// The version of the Unicode Standard that it implements.
  public let unicode: String
  /// The version of the CLDR data inside it.
  public let cldr: String

  /// The versions in use.
  public static var current: ICUVersions {
    ICUVersions(
      icu: String(cString: songngu_icu_version()),
      unicode: String(cString: songngu_unicode_version()),
      cldr: String(cString: songngu_cldr_version()))
  }
}

/// The parts of ICU that work on whole texts in UTF-8.
public enum ICU {
  /// Whether valid UTF-8 is in Normalization Form C (UAX #15).
  public static func isNFC(_ bytes: [UInt8]) -> Bool {
    var status: Int32 = 0
    return songngu_is_nfc(bytes, Int32(bytes.count), &status) != 0
  }

  /// Full case folding (Unicode CaseFolding, no Turkic rules).
  /// - Throws: `ICUError` when ICU runs out of memory.
  public static func foldCase(_ bytes: [UInt8]) throws(ICUError) -> [UInt8] {
    var status: Int32 = 0
    var result = [UInt8](repeating: 0, count: bytes.count + 16)
    let needed = songngu_fold_case(
      bytes, Int32(bytes.count), &result, Int32(result.count), &status)
    if Int(needed) > result.count {
      result = [UInt8](repeating: 0, count: Int(needed))
      songngu_fold_case(bytes, Int32(bytes.count), &result, needed, &status)
    }
    if status > 0 {
      throw ICUError("fold case", name: String(cString: songngu_status_name(status)))
    }
    return Array(result.prefix(Int(needed)))
  }

  /// Decode, quick check and sentence break in C with nothing of ours: the yardstick of benchmarks.
  /// Returns the number of sentences.
  public static func bareChain(_ bytes: [UInt8]) -> Int {
    var status: Int32 = 0
    return Int(songngu_bare_chain(bytes, Int32(bytes.count), &status))
  }

  /// ICU's guess at a charset: a hint only, it takes windows-1258 for other charsets.
  public static func detectCharset(_ bytes: [UInt8]) -> (name: String, confidence: Double)? {
    var status: Int32 = 0
    var name = [CChar](repeating: 0, count: 64)
    let confidence = songngu_detect_charset(
      bytes, Int32(bytes.count), &name, Int32(name.count), &status)
    guard status <= 0, name[0] != 0 else { return nil }
    let text = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return (String(decoding: text, as: UTF8.self), Double(confidence) / 100)
  }
}
