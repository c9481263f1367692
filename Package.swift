// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The house: every module with the modules it may import. Tests/HouseTests holds the floors.
let modules: [(name: String, imports: [Target.Dependency])] = [
  ("Curl", ["CCurl"]),
  ("Digests", ["CCrypto"]),
  ("Files", []),
  ("HTML", ["CLibXML2"]),
  ("IDN", ["CIDN2"]),
  ("Markdown", ["CLanes", "CMD4C"]),
  ("Patterns", ["CRE2"]),
  ("YAML", [.product(name: "Yams", package: "Yams")]),
  ("Model", []),
  ("Standards", ["IDN", "Model"]),
  ("Fixes", ["Files", "Model"]),
  ("Links", ["HTML", "Markdown", "Model", "Standards"]),
  ("Pages", ["HTML", "Markdown", "Model", "Standards"]),
  ("Probes", ["Curl", "HTML", "Model", "Standards"]),
  ("Records", ["CZlib", "Model", "Patterns"]),
  ("Reports", ["Files", "Model"]),
  ("Rules", ["CLanes", "HTML", "Markdown", "Model", "Patterns", "Standards", "YAML"]),
  ("Settings", ["Model", "Patterns", "Standards", "YAML"]),
  ("Suppressions", ["Markdown", "Model", "Patterns", "Standards"]),
  ("Store", ["CSQLite", "Digests", "Model", .product(name: "GRDB", package: "GRDB.swift")]),
  (
    "Run",
    [
      "Digests", "Files", "Fixes", "Links", "Markdown", "Model", "Pages", "Patterns", "Probes",
      "Records", "Reports", "Rules", "Settings", "Standards", "Store", "Suppressions", "YAML",
    ]
  ),
]

/// The doors to C: only the wrapper that owns one imports it.
let doors = [
  "CCrypto", "CCurl", "CIDN2", "CLanes", "CLibXML2", "CMD4C", "CRE2", "CSQLite", "CZlib",
]

let plugins: [String: [Target.PluginUsage]] = [
  "Probes": ["EmbedTexts"], "Rules": ["EmbedTexts"],
]

let package = Package(
  name: "stet",
  products: [.executable(name: "stet", targets: ["stet"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
    .systemLibrary(name: "CLanes"),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
    .executableTarget(name: "EmbedTextsTool", swiftSettings: strict),
    .executableTarget(
      name: "PageBench", dependencies: ["Model", "Pages"], path: "bench/PageBench",
      swiftSettings: strict),
    .plugin(name: "EmbedTexts", capability: .buildTool(), dependencies: ["EmbedTextsTool"]),
  ]
    + modules.map { module in
      .target(
        name: module.name, dependencies: module.imports, swiftSettings: strict,
        plugins: plugins[module.name] ?? [])
    }
    + [
      .executableTarget(
        name: "stet",
        dependencies: [
          "Curl", "Files", "Links", "Model", "Patterns", "Probes", "Records", "Reports", "Rules",
          "Run", "Settings", "Standards", "Store",
          "Suppressions", "YAML",
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        swiftSettings: strict)
    ]
    + modules.map { module in
      .testTarget(
        name: module.name + "Tests",
        dependencies: [.target(name: module.name)]
          + module.imports.filter { item in !doors.contains { "\(item)".contains("\"\($0)\"") } }
          // The reader of native reports is given the reader of JSON.
          + (module.name == "Reports" ? ["Records"] : []),
        exclude: module.name == "Standards" ? ["Resources"] : [], swiftSettings: strict)
    }
    + [
      .testTarget(name: "HouseTests", swiftSettings: strict),
      .testTarget(name: "StetTests", dependencies: ["Model", "stet"], swiftSettings: strict),
    ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
