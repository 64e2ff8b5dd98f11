import ICUShims
public import TextModel

/// Composes letters and marks to Normalization Form C, so that `ê` + U+0323 becomes `ệ`.
///
/// Source: UAX #15, by ICU.
public struct CanonicalComposition: TextRepair {
  /// The rule's name.
  public let rule = "nfc"
  /// A character that may not be composed.
  public let concerns: Concerns = .composition

  /// Makes the repair.
  public init() {}

  /// The parts that composition changes.
  public func edits(in text: [UInt8]) -> EditList {
    let safe = StreamSafe.edits(in: text)
    if safe.isEmpty { return composed(text) }
    return safe.then(composed(safe.apply(to: text)), input: text)
  }

  private func composed(_ text: [UInt8]) -> EditList {
    if ICU.isNFC(text) { return EditList() }
    var received = Received()
    var status: Int32 = 0
    withUnsafeMutablePointer(to: &received) { pointer in
      songngu_nfc(
        text, Int32(text.count), pointer,
        { context, output, length, edits, count in
          guard let received = context?.assumingMemoryBound(to: Received.self) else { return }
          let bytes = UnsafeBufferPointer(start: output, count: Int(length))
          let changes = UnsafeBufferPointer(start: edits, count: Int(count))
          received.pointee.take(output: bytes, changes: changes)
        }, &status)
    }
    return EditList(received.edits)
  }

  private struct Received {
    var edits: [Edit] = []

    mutating func take(
      output: UnsafeBufferPointer<UInt8>, changes: UnsafeBufferPointer<songngu_edit>
    ) {
      var shift = 0
      edits.reserveCapacity(changes.count)
      for change in changes {
        let start = Int(change.start)
        let length = Int(change.new_length)
        let replacement = Array(output[(start + shift)..<(start + shift + length)])
        edits.append(Edit(start, start + Int(change.old_length), replacement, rule: "nfc"))
        shift += length - Int(change.old_length)
      }
    }
  }
}
