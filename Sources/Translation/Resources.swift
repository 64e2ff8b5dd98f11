package import Foundation

/// Where the data files of this module are installed.
package enum TranslationResources {
  /// The folder `Data` of the module's resource bundle.
  package static var directory: URL { Bundle.module.bundleURL.appendingPathComponent("Data") }
}
