// swift-tools-version: 6.2
import PackageDescription

// The checks of language mode 6 that are still opt-in. An import is internal unless it is written
// `public import`, so C types stay out of public signatures.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// The rooms that touch raw memory: there every such expression carries the word `unsafe`.
let wrapper: [SwiftSetting] = strict + [.strictMemorySafety()]

let package = Package(
  name: "yiming",
  products: [
    .executable(name: "yiming", targets: ["yiming"]),
    // For the package in Benchmarks/.
    .library(name: "HanText", targets: ["HanText"]),
    .library(name: "MappedFile", targets: ["MappedFile"]),
    .library(name: "TermModel", targets: ["TermModel"]),
    .library(name: "TermRecognition", targets: ["TermRecognition"]),
    .library(name: "TranslationMemory", targets: ["TranslationMemory"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // The rooms, from the top of the house down. A room imports only from below itself.
    .executableTarget(name: "yiming", dependencies: ["YimingCommands"], swiftSettings: strict),
    .target(
      name: "YimingCommands",
      dependencies: [
        "Workspace", "Annotation", "Lookup", "TermRecognition", "CompiledTerms", "TranslationMemory", "Store",
        "Interchange", "HanText", "TermModel", "XMLStream", "ShippedGlossary",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "Workspace",
      dependencies: [
        "Lookup", "TermRecognition", "CompiledTerms", "TranslationMemory", "Store", "Interchange",
        "HanText", "MappedFile", "TermModel", "XMLStream", "ShippedGlossary",
      ],
      swiftSettings: strict),
    .target(
      name: "Annotation", dependencies: ["TermRecognition", "HanText", "TermModel"],
      swiftSettings: strict),
    .target(
      name: "Lookup", dependencies: ["CompiledTerms", "HanText", "MappedFile", "TermModel"],
      swiftSettings: strict),
    .target(
      name: "TermRecognition",
      dependencies: ["CompiledTerms", "HanText", "MappedFile", "TermModel"],
      swiftSettings: wrapper),
    .target(
      name: "Store",
      dependencies: [
        "TermModel", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Interchange", dependencies: ["HanText", "XMLStream", "TermModel"],
      swiftSettings: strict),
    .target(
      name: "CompiledTerms", dependencies: ["HanText", "MappedFile", "TermModel"],
      swiftSettings: strict),
    .target(
      name: "HanText", dependencies: ["CICUShims", "MappedFile", "TermModel"],
      swiftSettings: wrapper),
    .target(
      name: "TranslationMemory", dependencies: ["MappedFile", "TermModel"], swiftSettings: wrapper),
    .target(name: "MappedFile", dependencies: ["TermModel"], swiftSettings: wrapper),
    .target(name: "TermModel", swiftSettings: strict),

    // The term base and the language data that we ship.
    .target(
      name: "ShippedGlossary", path: "glossary",
      exclude: ["SOURCES.md", "licenses", "wide/decisions", "wide/make-wide-lists.py"],
      sources: ["ShippedGlossary.swift"],
      resources: [.copy("core"), .copy("wide"), .copy("language")],
      swiftSettings: strict),

    // ICU as installed, found with pkg-config, and what Swift cannot say to it by itself.
    .systemLibrary(
      name: "CICU", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(name: "CICUShims", dependencies: ["CICU"]),

    // libxml2 and zlib as installed, and the only Swift that calls them.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CLibXML2Shims", dependencies: ["CLibXML2", "CZlib"]),
    .target(
      name: "XMLStream", dependencies: ["CLibXML2Shims", "TermModel"],
      swiftSettings: wrapper + [.enableExperimentalFeature("Lifetimes")]),

    .target(name: "TestSupport", dependencies: ["TermModel"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "AnnotationTests",
      dependencies: ["Annotation", "TermRecognition", "HanText", "TermModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "TermModelTests", dependencies: ["TermModel"], swiftSettings: strict),
    .testTarget(name: "MappedFileTests", dependencies: ["MappedFile", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "XMLStreamTests", dependencies: ["XMLStream", "TermModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TranslationMemoryTests",
      dependencies: ["TranslationMemory", "MappedFile", "TermModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "InterchangeTests",
      dependencies: ["Interchange", "XMLStream", "TermModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Store", "TermModel", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "YimingCommandsTests",
      dependencies: [
        "yiming", "Store", "TermModel", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WorkspaceTests", dependencies: ["Workspace", "MappedFile", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "HanTextTests", dependencies: ["HanText", "MappedFile", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "LookupTests",
      dependencies: [
        "Lookup", "CompiledTerms", "HanText", "Interchange", "MappedFile", "TermModel",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TermRecognitionTests",
      dependencies: [
        "TermRecognition", "CompiledTerms", "HanText", "MappedFile", "TermModel", "TestSupport",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
