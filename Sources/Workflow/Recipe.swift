import Crypto
public import Foundation
import Normalization
public import Reporting
public import Summarization

/// All options of a brief. Same recipe, inputs and glossaries: same bytes.
public struct Recipe: Hashable, Codable, Sendable {
  /// The version of this format.
  public var version = 1
  /// How sentences are chosen.
  public var summarization = SummarizationOptions()
  /// The title of the set. Default: nil, made from the number of articles.
  public var title: String?
  /// The date for articles that give none, ISO 8601. Default: nil, not known.
  public var date: String?
  /// The address of an article that gives none. Default: nil, not known.
  public var url: String?
  /// The encoding of all inputs. Default: nil, found from the bytes.
  public var encoding: String?
  /// The engine that makes the English. Default: nil, the gist.
  public var engine: String?
  /// The digest of the approved units of the translation memory, twelve digits. Default: nil, none.
  public var memory: String?
  /// How like a sentence of the memory must be to be shown, from 0 to 1. Default: nil, 0.75.
  public var fuzzy: Double?
  /// How the English of the reports is written. Default: nil, as glossaries and gist have it.
  public var style: StyleProfile?
  /// The digest of the house's templates. Default: nil, the shipped ones.
  public var template: String?

  /// The defaults.
  public init() {}

  /// SHA-256 of the options as sorted JSON.
  /// - Throws: when the options cannot be encoded.
  public var digest: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      return Digest.sha256(try encoder.encode(self))
    }
  }
}

/// SHA-256 in lower-case hexadecimal.
public enum Digest {
  /// The digest of bytes.
  public static func sha256(_ bytes: some DataProtocol) -> String {
    hex(SHA256.hash(data: bytes))
  }

  /// A digest as text.
  static func hex(_ digest: SHA256Digest) -> String {
    digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}

/// The version of the tool and of the data it stands on.
public enum Versions {
  /// The version of songngu.
  public static let tool = "0.1.0"

  /// Tool, ICU, Unicode and CLDR in one line each.
  public static var description: String {
    let versions = ICUVersions.current
    return """
      songngu \(tool)
      ICU \(versions.icu)
      Unicode \(versions.unicode)
      CLDR \(versions.cldr)
      """
  }

  /// The signature of a run.
  /// - Throws: when the options cannot be encoded.
  public static func signature(
    recipe: Recipe, glossaries: GlossarySet, language: LanguageData, inputs: [String]
  ) throws -> Signature {
    let versions = ICUVersions.current
    let recipeDigest = try recipe.digest
    let inputDigest = Digest.sha256(Array(inputs.joined(separator: "\n").utf8))
    let all = [
      tool, versions.icu, versions.unicode, versions.cldr, recipeDigest, glossaries.digest,
      language.grammarDigest, language.digest, inputDigest,
    ]
    return Signature(
      tool: tool, icu: versions.icu, unicode: versions.unicode, cldr: versions.cldr,
      recipe: recipeDigest, glossaries: glossaries.digest,
      grammar: language.grammarDigest, data: language.digest, inputs: inputDigest,
      run: Digest.sha256(Array(all.joined(separator: "\n").utf8)))
  }
}
