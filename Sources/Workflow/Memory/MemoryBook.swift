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
  /// Reads a memory kept in a TMX file; one that is not there is empty.
  /// - Throws: `DataError` with file and line when it cannot be read or is broken.
  public init(file path: String) throws(DataError) {
    self.init()
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DataError(path: path, problem: "this memory cannot be read; check its rights")
    }
    guard path.lowercased().hasSuffix(".tmx") else {
      throw DataError(path: path, problem: "a memory is kept in a TMX file; name one that ends so")
    }
    let read = PairFiles.read(Array(data), file: path)
    if let error = read.findings.first(where: { $0.severity == .error }) {
      throw DataError(
        path: error.place.line.map { "\(path):\($0)" } ?? path, problem: error.message)
    }
    for pair in read.pairs {
      put(
        MemoryUnit(
          vi: pair.vi, en: pair.en, isApproved: pair.verdict == .approved, origin: pair.origin,
          date: pair.date, note: pair.note))
    }
  }

  /// Writes it into a TMX file, whole or not at all.
  /// - Throws: `DataError` when the file cannot be written.
  public func write(to path: String) throws(DataError) {
    try GlossaryStore.write(MemoryTMX.text(units), to: path)
  }
}
