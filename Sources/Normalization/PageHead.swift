import Foundation
import TextModel

/// What the head of a page says of its article: meta elements, the canonical link, JSON-LD.
struct PageHead {
  private var properties: [String: String] = [:]
  private var canonical: String?
  private var linked: [String: String] = [:]

  mutating func add(_ element: String, _ values: [String: String]) {
    if element == "link" {
      if values["rel"]?.lowercased() == "canonical" { canonical = values["href"] }
      return
    }
    let name = values["property"] ?? values["name"] ?? values["itemprop"]
    guard let name, let content = values["content"], !content.isEmpty else { return }
    if properties[name.lowercased()] == nil { properties[name.lowercased()] = content }
  }

  mutating func add(json: [UInt8]) {
    guard let value = try? JSONSerialization.jsonObject(with: Data(json)) else { return }
    for object in Self.objects(value) {
      let type = "\(object["@type"] ?? "")"
      guard type.contains("Article") || type.contains("LiveBlogPosting") else { continue }
      take("headline", object["headline"])
      take("published", object["datePublished"])
      take("author", Self.name(object["author"]))
      take("outlet", Self.name(object["publisher"]))
      take("section", object["articleSection"])
      take("url", object["url"])
    }
  }

  private mutating func take(_ field: String, _ value: Any?) {
    if let text = value as? String, !text.isEmpty, linked[field] == nil { linked[field] = text }
  }

  /// The objects of JSON-LD: alone, in a list, or in `@graph`; two levels are enough.
  private static func objects(_ value: Any) -> [[String: Any]] {
    if let list = value as? [Any] { return list.compactMap { $0 as? [String: Any] } }
    guard let object = value as? [String: Any] else { return [] }
    return [object] + ((object["@graph"] as? [Any])?.compactMap { $0 as? [String: Any] } ?? [])
  }

  private static func name(_ value: Any?) -> String? {
    if let text = value as? String { return text }
    if let object = value as? [String: Any] { return object["name"] as? String }
    let names = (value as? [Any])?.compactMap { name($0) } ?? []
    return names.isEmpty ? nil : names.joined(separator: " - ")
  }

  var metadata: ArticleMetadata {
    var metadata = ArticleMetadata()
    metadata.headline = linked["headline"] ?? first("og:title", "twitter:title")
    let published = first("article:published_time", "datepublished", "pubdate", "publishdate")
    metadata.published = (linked["published"] ?? published).map(Self.local)
    metadata.author = linked["author"] ?? first("author", "article:author", "dable:author")
    metadata.outlet = linked["outlet"] ?? first("og:site_name")
    metadata.section = linked["section"] ?? first("article:section")
    metadata.url = canonical ?? properties["og:url"] ?? linked["url"]
    if metadata.author == metadata.outlet { metadata.author = nil }
    return metadata
  }

  /// The first of the meta elements that the page has.
  private func first(_ names: String...) -> String? {
    names.lazy.compactMap { properties[$0] }.first
  }

  /// A time in the zone of Vietnam, which a time without a zone means; `Z` is turned to it.
  static func local(_ iso: String) -> String {
    guard iso.count >= 16, iso.contains("T") else { return iso }
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withInternetDateTime]
    let hasSeconds = iso.dropFirst(16).first == ":"
    var text = String(iso.prefix(hasSeconds ? 19 : 16))
    if !hasSeconds { text += ":00" }
    var zone = String(iso.dropFirst(hasSeconds ? 19 : 16).drop { $0 == "." || $0.isNumber })
    if zone.isEmpty { zone = "+07:00" }
    if zone.count == 5, !zone.contains(":") {
      zone.insert(":", at: zone.index(zone.startIndex, offsetBy: 3))
    }
    guard let date = formatter.date(from: text + zone) else { return iso }
    formatter.timeZone = TimeZone(secondsFromGMT: 7 * 3600)
    let local = formatter.string(from: date)
    return hasSeconds ? local : String(local.prefix(16) + local.dropFirst(19))
  }
}
