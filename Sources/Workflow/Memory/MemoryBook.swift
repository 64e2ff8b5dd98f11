import Foundation
import Reporting
public import TextModel

/// The units of a translation memory in order, one for each Vietnamese sentence.
public struct MemoryBook: Hashable, Sendable {
  /// The units.
  public private(set) var units: [MemoryUnit] = []
  private var places: [String: Int] = [:]

  /// Takes units; of two with the same Vietnamese the later, at the place of the first.
  public init(_ units: [MemoryUnit] = []) {
    for unit in units { put(unit) }
  }

  /// The unit of a sentence; nil when there is none.
  public subscript(_ vi: String) -> MemoryUnit? { places[vi].map { units[$0] } }

  /// Puts a unit in, or in the place of the one with its Vietnamese.
  public mutating func put(_ unit: MemoryUnit) {
    if let place = places[unit.vi] {
      units[place] = unit
    } else {
      places[unit.vi] = units.count
      units.append(unit)
    }
  }

  /// A digest of the approved units: what a brief that used them depends on.
  public var digest: String {
    let lines = units.filter(\.isApproved).map { "\($0.vi)\n\($0.en)\n" }
    return Digest.sha256(Array(lines.joined().precomposedStringWithCanonicalMapping.utf8))
  }
}

extension MemoryUnit {
  /// A short name that depends on the Vietnamese alone: eight digits in hexadecimal.
  public var id: String {
    String(Digest.sha256(Array(vi.precomposedStringWithCanonicalMapping.utf8)).prefix(8))
  }
}

extension MemoryBook {
  /// Reads a memory kept in a TMX file.
  /// - Parameter mayBeMissing: whether a file that is not there is an empty memory. Default: no.
  /// - Throws: `DataError` with file and line when it cannot be read or is broken.
  public init(file path: String, mayBeMissing: Bool = false) throws(DataError) {
    self.init()
    if mayBeMissing, !FileManager.default.fileExists(atPath: path) { return }
    for pair in try Self.read(path).pairs {
      put(
        MemoryUnit(
          vi: pair.vi, en: pair.en, isApproved: pair.verdict == .approved, origin: pair.origin,
          date: pair.date, note: pair.note))
    }
  }

  private static func read(_ path: String) throws(DataError) -> ReadPairs {
    guard path.lowercased().hasSuffix(".tmx") else {
      throw DataError(path: path, problem: "a memory is kept in a TMX file; name one that ends so")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DataError(path: path, problem: "this memory cannot be read; check path and rights")
    }
    let read = PairFiles.read(Array(data), file: path)
    if let error = read.findings.first(where: { $0.severity == .error }) {
      throw DataError(
        path: error.place.line.map { "\(path):\($0)" } ?? path, problem: error.message)
    }
    return read
  }

  /// Writes it into a TMX file, whole or not at all. A file of another program stays as it is: it may
  /// hold what a memory has no place for.
  /// - Throws: `DataError` when the file cannot be written, or is another program's.
  public func write(to path: String) throws(DataError) {
    if FileManager.default.fileExists(atPath: path) {
      let there = try Self.read(path)
      guard there.isOurs, there.findings.isEmpty else {
        throw DataError(
          path: path,
          problem:
            "songngu did not write this file and leaves it as it is; name another --memory and "
            + "import this one into it")
      }
    } else if !path.lowercased().hasSuffix(".tmx") {
      throw DataError(path: path, problem: "a memory is kept in a TMX file; name one that ends so")
    }
    try GlossaryStore.write(MemoryTMX.text(units), to: path)
  }
}
