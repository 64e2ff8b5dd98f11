import ICUShims

/// Normalization Form C, by ICU.
public enum Composition {
  /// The composed form of a text; nil when the text has it already.
  public static func composed(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    var status: Int32 = 0
    if songngu_is_nfc(bytes, Int32(bytes.count), &status) != 0 { return nil }
    var result = ""
    withUnsafeMutablePointer(to: &result) { pointer in
      songngu_nfc(
        bytes, Int32(bytes.count), pointer,
        { context, output, length, _, _ in
          let composed = UnsafeBufferPointer(start: output, count: Int(length))
          context?.assumingMemoryBound(to: String.self).pointee = String(
            decoding: composed, as: UTF8.self)
        }, &status)
    }
    return result.isEmpty ? nil : result
  }
}
