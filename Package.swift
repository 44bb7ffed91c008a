// swift-tools-version: 6.2
import PackageDescription

// The rooms, from the bottom up; each imports only from below.
//
//   Diagnostics ← Guides ─┬─ Flowcharts ← Pages ─┬─ Publication ← LookupServer ← OnecardCommands ← onecard
//   Drawing, Markup ──────┤                      │  (LookupServer also leans on ScanRecords)
//   QRSymbols, BarcodeReading ─── Cards ─────────┘
//                         Guides ← Ledger ← Cards
//
// Every C library is imported by exactly one target, which alone touches its pointers.

/// The commit that is built, for `--version`; none outside of a git repository.
let commit = Context.gitInformation.map { String($0.currentCommit.prefix(12)) }

/// What the dependencies lean on in their turn: address, version, and a product.
///
/// Without the product SwiftPM would call the package unused. Pinned here, so that the same source is built from the same
/// packages everywhere; a resolved file says nothing to others, since each clone writes its own.
let furtherPackages = [
    ("https://github.com/swift-server/async-http-client", "1.37.0", "AsyncHTTPClient"),
    ("https://github.com/apple/swift-algorithms", "1.2.1", "Algorithms"),
    ("https://github.com/apple/swift-asn1", "1.7.4", "SwiftASN1"),
    ("https://github.com/apple/swift-async-algorithms", "1.1.4", "AsyncAlgorithms"),
    ("https://github.com/apple/swift-atomics", "1.3.0", "Atomics"),
    ("https://github.com/apple/swift-certificates", "1.21.1", "X509"),
    ("https://github.com/apple/swift-collections", "1.6.0", "DequeModule"),
    ("https://github.com/apple/swift-configuration", "1.4.0", "Configuration"),
    ("https://github.com/apple/swift-crypto", "4.5.2", "Crypto"),
    ("https://github.com/apple/swift-distributed-tracing", "1.7.3", "Tracing"),
    ("https://github.com/apple/swift-http-structured-headers", "1.7.0", "StructuredFieldValues"),
    ("https://github.com/apple/swift-metrics", "2.13.0", "Metrics"),
    ("https://github.com/apple/swift-nio-http2", "1.46.0", "NIOHTTP2"),
    ("https://github.com/apple/swift-nio-transport-services", "1.28.0", "NIOTransportServices"),
    ("https://github.com/apple/swift-numerics", "1.1.1", "RealModule"),
    ("https://github.com/apple/swift-service-context", "1.5.1", "ServiceContextModule"),
    ("https://github.com/apple/swift-system", "1.8.1", "SystemPackage"),
]

let package = Package(
    name: "onecard",
    // Exact: what is linked in changes with a commit and not by itself. docs/运维手册.md says how one that has a fault is
    // renewed.
    dependencies: [
        // YAML node trees with a position on every key and value.
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        // HTTP on SwiftNIO, graceful shutdown by ServiceLifecycle.
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        // Subcommands, options and --help.
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        // The logging API that Hummingbird speaks.
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        // Header fields and byte buffers, in which Hummingbird speaks.
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        // The bridge between NIO's and Swift's HTTP types, on which Hummingbird's channels stand.
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        // TLS, and HTTP/2 over it, by flag.
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        // Services that start and stop together, and signals.
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        // SQLite with migrations and WAL, for the scan counts.
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ] + furtherPackages.map { .package(url: $0.0, exact: Version(stringLiteral: $0.1)) },
    targets: [
        // MARK: C libraries
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CZBar", pkgConfig: "zbar", providers: [.apt(["libzbar-dev"])]),
        // GLib, on which Pango stands, for its SHA-256.
        .systemLibrary(name: "CGLib", pkgConfig: "glib-2.0", providers: [.apt(["libglib2.0-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        // libpng reports errors by longjmp, which must never cross a Swift frame: setjmp lives here, in C.
        // PDF streams are packed with zlib, which libpng needs anyway.
        .target(name: "PNGShims", dependencies: ["CPNG"], linkerSettings: [.linkedLibrary("z")]),

        // Swift knows no texts that are defined at build time; C does. It names the further packages for a platform on which
        // nothing of ours is built.
        .target(
            name: "BuildInfo",
            dependencies: furtherPackages.map { address, _, product in
                let name = address.split(separator: "/").last.map(String.init) ?? address
                return .product(name: product, package: name, condition: .when(platforms: [.wasi]))
            },
            cSettings: commit.map { [.define("ONECARD_COMMIT", to: $0)] } ?? []
        ),

        // MARK: Leaves
        // A leaf: no dependencies at all.
        .target(name: "Diagnostics"),
        .target(name: "Markup"),
        .target(name: "QRSymbols", dependencies: ["CQREncode"]),
        .target(name: "Drawing", dependencies: ["CPangoCairo", "PNGShims"]),
        .target(name: "BarcodeReading", dependencies: ["CZBar"]),

        // MARK: The data's way
        .target(name: "Guides", dependencies: ["Diagnostics", "Yams"]),
        .target(name: "Flowcharts", dependencies: ["Guides", "Drawing", "Markup"]),
        // What must never be lost: the printed codes and the reserved ones, under one lock.
        .target(name: "Ledger", dependencies: ["Diagnostics", "Guides", "CGLib"]),
        .target(
            name: "Cards",
            dependencies: ["Diagnostics", "Guides", "Ledger", "QRSymbols", "Drawing", "BarcodeReading", "Flowcharts"]),
        .target(name: "Pages", dependencies: ["Guides", "Drawing", "Flowcharts", "Markup"]),
        // Every address of the site with what stands at it, or why something cannot be shown or printed.
        .target(
            name: "Publication",
            dependencies: ["Diagnostics", "Guides", "Flowcharts", "Drawing", "Ledger", "Cards", "Pages"]),
        // SQLite files as the daemon opens them, and what becomes of damaged ones.
        .target(
            name: "DataFiles", dependencies: ["Diagnostics", .product(name: "GRDB", package: "GRDB.swift")]),
        // SQLite with the last good version of each file.
        .target(
            name: "VersionRecords",
            dependencies: ["Guides", "Ledger", "DataFiles", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(
            name: "ScanRecords", dependencies: ["DataFiles", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(
            name: "LookupServer",
            dependencies: [
                "Diagnostics", "Guides", "Drawing", "Pages", "Publication", "ScanRecords", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdHTTP2", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),

        // MARK: The command
        .target(
            name: "OnecardCommands",
            dependencies: [
                "BuildInfo", "Diagnostics", "Guides", "QRSymbols", "Ledger", "Cards", "Drawing", "LookupServer",
                "ScanRecords", "Publication", "VersionRecords", "DataFiles",
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .executableTarget(name: "onecard", dependencies: ["OnecardCommands"]),

        // MARK: Tests
        // What several tests need: marked texts, temporary folders, the repository's paths.
        .target(name: "TestSupport", dependencies: ["Guides"], path: "Tests/TestSupport"),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
        .testTarget(
            name: "GuidesTests", dependencies: ["Guides", "Diagnostics", "TestSupport"], exclude: ["Fixtures"]),
        .testTarget(name: "QRSymbolsTests", dependencies: ["QRSymbols"]),
        .testTarget(name: "DrawingTests", dependencies: ["Drawing"]),
        .testTarget(name: "BarcodeReadingTests", dependencies: ["BarcodeReading", "QRSymbols"]),
        .testTarget(
            name: "LedgerTests", dependencies: ["Ledger", "Diagnostics", "Guides", "TestSupport"], exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "CardsTests",
            dependencies: [
                "Cards", "Diagnostics", "Guides", "Ledger", "Drawing", "QRSymbols", "BarcodeReading", "TestSupport",
            ]),
        .testTarget(
            name: "FlowchartsTests", dependencies: ["Flowcharts", "Guides", "Drawing", "Markup", "TestSupport"]),
        .testTarget(
            name: "PagesTests",
            dependencies: ["Pages", "Guides", "Drawing", "Flowcharts", "Markup", "Diagnostics", "CZlib", "TestSupport"]),
        .testTarget(
            name: "ScanRecordsTests",
            // GRDB plays the other program that holds the file.
            dependencies: ["ScanRecords", "DataFiles", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        .testTarget(
            name: "VersionRecordsTests",
            dependencies: ["VersionRecords", "DataFiles", "Guides", "TestSupport"]),
        .testTarget(
            name: "LookupServerTests",
            dependencies: [
                // The binary too: the tests kill it.
                "onecard", "LookupServer", "Publication", "VersionRecords", "ScanRecords", "Diagnostics", "Guides",
                "TestSupport",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        // Runs the built command, the built daemon and a real browser.
        .testTarget(
            name: "OnecardTests", dependencies: ["onecard", "BarcodeReading", "Drawing", "TestSupport"],
            exclude: ["Browser", "validate.py"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    guard !["PNGShims", "BuildInfo"].contains(target.name) else { continue }
    target.swiftSettings = [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
