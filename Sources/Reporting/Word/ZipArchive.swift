import Foundation
import ZipShims

/// A ZIP archive in memory, with files in the order given and no time of day.
enum ZipArchive {
  /// libzip could not make the archive.
  struct Failure: Error, CustomStringConvertible {
    let description = "the archive of the document could not be made; is there memory left?"
  }

  /// The bytes of the archive.
  /// - Throws: `Failure` when libzip has no memory.
  static func bytes(_ files: [(name: String, text: String)]) throws -> [UInt8] {
    let contents = files.map { Array($0.text.utf8) }
    let names = files.map { Array($0.name.utf8CString) }
    var size = 0
    let archive = names.withPointers { names in
      contents.withPointers { contents in
        let table = zip(names, contents).map { name, bytes in
          songngu_zip_file(
            name: name.baseAddress, bytes: bytes.baseAddress, count: bytes.count)
        }
        return songngu_zip_archive(table, table.count, &size)
      }
    }
    guard let archive else { throw Failure() }
    defer { free(archive) }
    return Array(UnsafeBufferPointer(start: archive, count: size))
  }

  /// Why a file of an archive cannot be read.
  enum ReadFailure: Error {
    case broken
    case tooLarge
  }

  /// The bytes of one file of an archive.
  /// - Parameter limit: the most bytes it may have unpacked.
  static func file(
    _ name: String, of archive: [UInt8], limit: Int
  ) throws(ReadFailure) -> [UInt8] {
    var size = 0
    var isTooLarge: Int32 = 0
    let bytes = songngu_zip_read(archive, archive.count, name, limit, &size, &isTooLarge)
    guard let bytes else { throw isTooLarge == 1 ? .tooLarge : .broken }
    defer { free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: size))
  }
}

extension Array {
  /// Runs the body with pointers to all inner arrays, which stay where they are meanwhile.
  fileprivate func withPointers<Item, Result>(
    _ body: ([UnsafeBufferPointer<Item>]) -> Result
  ) -> Result where Element == [Item] {
    func open(_ index: Int, _ pointers: [UnsafeBufferPointer<Item>]) -> Result {
      if index == count { return body(pointers) }
      return self[index].withUnsafeBufferPointer { open(index + 1, pointers + [$0]) }
    }
    return open(0, [])
  }
}
