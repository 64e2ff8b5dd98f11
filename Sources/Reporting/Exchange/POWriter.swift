import TextModel

/// A GNU gettext catalogue of the sentences: Vietnamese as `msgid`, the English as `msgstr`, fuzzy unless
/// it is an approved sentence of the memory.
///
/// Each message has its sentence as context, so that two alike stay apart. No dates: the same brief gives
/// the same bytes. Source: GNU gettext manual, The Format of PO Files.
struct POWriter: PairWriter {
  static let format = "po"
  static let loses: String? =
    "scores, repairs, findings and the lists of names, dates and figures"

  func document(_ articles: [Brief]) -> String {
    let head = """
      msgid ""
      msgstr ""
      "Project-Id-Version: songngu\\n"
      "Language: en\\n"
      "MIME-Version: 1.0\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Content-Transfer-Encoding: 8bit\\n"
      "X-Source-Language: vi\\n"

      """
    return ([head] + articles.flatMap(messages)).joined(separator: "\n")
  }

  private func messages(_ brief: Brief) -> [String] {
    let id = brief.id.prefix(12)
    let headline = message(
      "\(id) headline", brief.headline.vi, brief.headline.en ?? "", [brief.origin])
    return [headline]
      + SentencePairs(brief).pairs.map { pair in
        message(
          "\(id) \(pair.point.sentence)", pair.point.vi, pair.point.english.text,
          [pair.note] + pair.terms.map { "\($0.vi) = \($0.en)" }, isFuzzy: !pair.isApproved)
      }
  }

  private func message(
    _ context: String, _ vi: String, _ en: String, _ notes: [String], isFuzzy: Bool = true
  ) -> String {
    let comments = notes.map { "#. \(line($0))\n" }.joined()
    return comments + (isFuzzy ? "#, fuzzy\n" : "") + "msgctxt \"\(quoted(context))\"\n"
      + "msgid \"\(quoted(vi))\"\nmsgstr \"\(quoted(en))\"\n"
  }

  private func line(_ text: String) -> String { Escaping.terminal(text) }

  /// A C string: quotation marks, backslashes and ends of lines escaped.
  private func quoted(_ text: String) -> String {
    var result = ""
    for scalar in Escaping.visible(text).unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
