import TextModel
import Vietnamese

/// Says of persons and organizations which mention each is, and what they are called in full and in short.
///
/// `Tổ chức Y tế Thế giới (WHO)` ties the acronym to the name for the rest of the text.
struct MentionBook {
  private let bytes: [UInt8]
  private let forms: NameForms
  private var seen: Set<String> = []
  /// Full names by the acronym that the text gave for them.
  private var aliases: [String: String] = [:]
  /// Short names by full name.
  private var shorts: [String: String] = [:]

  init(bytes: [UInt8], forms: NameForms) {
    self.bytes = bytes
    self.forms = forms
  }

  /// The annotations with their mentions.
  mutating func named(_ annotations: [Annotation]) -> [Annotation] {
    annotations.indices.map { index in
      let annotation = annotations[index]
      switch annotation.kind {
      case .person: return person(annotation)
      case .organization:
        let isNext = index + 1 < annotations.count
        if isNext { define(annotation, by: annotations[index + 1]) }
        return organization(annotation)
      default: return annotation
      }
    }
  }

  private mutating func person(_ annotation: Annotation) -> Annotation {
    let full = annotation.refersTo ?? annotation.target
    if shorts[full] == nil {
      let isWhole = annotation.refersTo == nil
      shorts[full] =
        (isWhole ? annotation.shortName : nil)
        ?? forms.short(ofPerson: full, surface: isWhole ? annotation.surface : full)
    }
    return mention(annotation, full, annotation.refersTo)
  }

  private mutating func organization(_ annotation: Annotation) -> Annotation {
    let alias = aliases[annotation.target]
    let full = alias ?? annotation.fullName ?? annotation.target
    if shorts[full] == nil { shorts[full] = annotation.shortName }
    return mention(annotation, full, alias)
  }

  private mutating func mention(
    _ annotation: Annotation, _ full: String, _ refersTo: String?
  ) -> Annotation {
    let isFirst = seen.insert("\(annotation.kind.rawValue) \(full)").inserted
    return annotation.named(
      isFirst ? .first : .later, full: full, short: shorts[full], refersTo: refersTo)
  }

  /// `Name (ACRONYM)` or `ACRONYM (Name)`.
  private mutating func define(_ first: Annotation, by next: Annotation) {
    guard next.kind == .organization, isBracketed(next.span, after: first.span) else { return }
    let isShort = NameForms.isAcronym(first.target)
    guard isShort != NameForms.isAcronym(next.target) else { return }
    let (long, short) = isShort ? (next, first) : (first, next)
    let full = aliases[long.target] ?? long.fullName ?? long.target
    aliases[short.target] = full
    shorts[full] = short.target
  }

  private func isBracketed(_ span: TextSpan, after first: TextSpan) -> Bool {
    guard span.start > first.end, span.end < bytes.count, bytes[span.end] == UInt8(ascii: ")")
    else { return false }
    return bytes[first.end..<span.start].elementsEqual(" (".utf8)
  }
}
