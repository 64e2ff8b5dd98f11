// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A library target: `resources` says whether it brings data files of its own (folder `Data`).
func library(_ name: String, _ dependencies: [Target.Dependency], data: Bool = false) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: data ? [.copy("Data")] : [],
    swiftSettings: house)
}

/// The libraries, which every test target may use.
let libraries: [Target.Dependency] = [
  "TextModel", "Vietnamese", "Normalization", "Segmentation", "Summarization", "Terminology",
  "Annotation", "Translation", "Evaluation", "Reporting", "Workflow",
]

/// A test target: it mirrors the library it is named after.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], data: Bool = false) -> Target {
  .testTarget(
    name: name, dependencies: libraries + ["TestSupport"] + dependencies,
    exclude: data ? ["floors.json"] : [],
    swiftSettings: [
      .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
      .treatAllWarnings(as: .error),
    ])
}

let package = Package(
  name: "songngu",
  products: [
    .executable(name: "songngu", targets: ["songngu"]),
    .executable(name: "songngu-bench", targets: ["songngu-bench"]),
    .library(name: "Songngu", targets: ["Workflow"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CICU", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(name: "ICUShims", dependencies: ["CICU"]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "HTMLShims", dependencies: ["CLibXML2"]),
    .systemLibrary(
      name: "CLibZip", pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .target(name: "ZipShims", dependencies: ["CLibZip"]),
    library("TextModel", []),
    library("Vietnamese", ["TextModel"], data: true),
    library("Normalization", ["TextModel", "Vietnamese", "ICUShims", "HTMLShims"], data: true),
    library("Segmentation", ["TextModel", "Vietnamese", "ICUShims", "HTMLShims"], data: true),
    library("Summarization", ["TextModel"], data: true),
    library("Terminology", ["TextModel", "Vietnamese", "ICUShims", "HTMLShims"], data: true),
    library("Annotation", ["TextModel", "Vietnamese", "Terminology"], data: true),
    library(
      "Translation", ["TextModel", "Vietnamese", "Terminology", "Annotation"], data: true),
    library("Evaluation", ["TextModel"]),
    library("Reporting", ["TextModel", "Terminology", "ZipShims"], data: true),
    library(
      "Workflow",
      [
        "TextModel", "Vietnamese", "Normalization", "Segmentation", "Summarization", "Terminology",
        "Annotation", "Translation", "Evaluation", "Reporting",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Storage",
      dependencies: [
        "TextModel", "Reporting", "Workflow", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "songngu",
      dependencies: [
        "Workflow", "Storage", "TextModel", "Normalization", "Segmentation", "Summarization",
        "Terminology", "Annotation", "Translation", "Evaluation", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "songngu-bench",
      dependencies: [
        "Workflow", "TextModel", "Normalization", "Segmentation", "Summarization", "Terminology",
        "Annotation",
      ],
      swiftSettings: house),
    .target(
      name: "TestSupport", dependencies: ["Workflow"], path: "Tests/TestSupport",
      swiftSettings: house),
    tests("TextModelTests"),
    tests("VietnameseTests"),
    tests("NormalizationTests"),
    tests("SegmentationTests"),
    tests("SummarizationTests"),
    tests("TerminologyTests"),
    tests("AnnotationTests"),
    tests("TranslationTests"),
    tests("EvaluationTests"),
    tests("ReportingTests"),
    tests("WorkflowTests"),
    tests("StorageTests", ["Storage", .product(name: "GRDB", package: "GRDB.swift")]),
    tests("CommandTests", ["songngu"]),
    tests("QualityTests", data: true),
    tests("ArchitectureTests"),
  ],
  cxxLanguageStandard: .cxx17
)
