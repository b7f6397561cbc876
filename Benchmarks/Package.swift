// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that what only measuring needs stays out of the product. `make bench` in
// the folder above builds and runs it.
let package = Package(
  name: "yiming-benchmarks",
  dependencies: [.package(name: "yiming", path: "..")],
  targets: [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        .product(name: "HanText", package: "yiming"),
        .product(name: "MappedFile", package: "yiming"),
        .product(name: "TermModel", package: "yiming"),
        .product(name: "TermRecognition", package: "yiming"),
        .product(name: "TranslationMemory", package: "yiming"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
