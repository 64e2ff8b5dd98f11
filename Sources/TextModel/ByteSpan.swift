/// A half-open range of UTF-8 byte offsets in one coordinate space.
///
/// The space is part of the type, so that an offset into the source can never be used on the
/// normalized text by mistake.
public struct ByteSpan<Space>: Hashable, Comparable, Codable, Sendable {
  /// The offset of the first byte.
  public let start: Int
  /// The offset after the last byte, never before `start`.
  public let end: Int

  /// Makes a span; an end before the start is taken as the start.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The length in bytes.
  public var count: Int { end - start }
  /// Whether the span holds no byte.
  public var isEmpty: Bool { start == end }
  /// The span as a standard range.
  public var range: Range<Int> { start..<end }

  /// Whether the other span lies wholly inside this one.
  public func contains(_ other: Self) -> Bool { start <= other.start && other.end <= end }
  /// Whether the two spans share a byte.
  public func overlaps(_ other: Self) -> Bool { start < other.end && other.start < end }

  /// Orders by start, then by end.
  public static func < (left: Self, right: Self) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// The space of the bytes as they were read.
public enum SourceSpace {}
/// The space of the normalized text.
public enum TextSpace {}
/// UTF-8 byte offsets into the source.
public typealias SourceSpan = ByteSpan<SourceSpace>
/// UTF-8 byte offsets into the normalized text.
public typealias TextSpan = ByteSpan<TextSpace>
