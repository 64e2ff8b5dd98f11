/// The irregular forms that a `forms` cell names: `pl=…,past=…,pp=…`.
///
/// A comma parts two forms only where a name and `=` follow, so that a form may hold commas:
/// `pl=ministers of culture, sports and tourism`.
public struct EnglishFormList: Hashable, Sendable {
  /// A form.
  public struct Form: Hashable, Sendable {
    /// What it is, such as `pl`; the whole part where there is no `=`.
    public let name: String
    /// The form.
    public let text: String
  }

  /// The forms, in order.
  public let forms: [Form]

  /// Reads a cell.
  public init(_ cell: String) {
    var parts: [String] = []
    for part in cell.split(separator: ",") {
      if part.contains("=") || parts.isEmpty {
        parts.append(String(part))
      } else {
        parts[parts.count - 1] += "," + part
      }
    }
    forms = parts.map { part in
      let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
      return Form(name: halves.first ?? "", text: halves.count > 1 ? halves[1] : "")
    }
  }

  /// The form with a name, nil when there is none.
  public subscript(name: String) -> String? { forms.first { $0.name == name }?.text }
}
