import TextModel

/// Words of English that rules for phrases and dates ask for, by kind, from Data/english.tsv.
struct EnglishWords: Sendable {
  /// What stands before the country in a title: former US president.
  let ranks: Set<String>
  /// The same as an adjective of its own before a title: `tân`, `cựu`.
  let titleModifiers: Set<String>
  /// Words inside the name of a body before which no title stands: Department *of* Health.
  let links: [String]
  /// How the names of posts end that are held in another country: ambassador.
  let posts: [String]
  /// How adjectives of countries end that name a person too: Russian.
  let personEndings: [String]
  /// The numbers below ten.
  let numbers: [String]

  /// Takes the table `english` of Data/.
  init(_ table: DataTable) {
    func words(_ kind: String) -> [String] {
      table.rows.filter { $0["kind"] == kind }.map { $0["word"] }
    }
    ranks = Set(words("rank"))
    titleModifiers = Set(words("title-modifier"))
    links = words("link")
    posts = words("post")
    personEndings = words("person-ending")
    let numbers = table.rows.filter { $0["kind"] == "number" }
    self.numbers = (0..<10).map { value in
      numbers.first { $0["value"] == "\(value)" }?["word"] ?? "\(value)"
    }
  }

  /// `month`, `six months`, `11 months`.
  func counted(_ number: Int, _ noun: String) -> String {
    if number == 1 { return noun }
    return "\(numbers.indices.contains(number) ? numbers[number] : "\(number)") \(noun)s"
  }
}
