// swift-tools-version: 5.9
import PackageDescription

// On Apple's systems the library comes as an XCFramework, which `make-xcframework` builds on a Mac. On Linux it is the
// libqoldau.so that cargo builds; pass its folder to the linker: `swift build -Xlinker -L…`.
#if os(Linux)
    let library: Target = .systemLibrary(name: "QoldauFFI", path: "Sources/QoldauFFI")
#else
    let library: Target = .binaryTarget(name: "QoldauFFI", path: "QoldauFFI.xcframework")
#endif

let package = Package(
    name: "Qoldau",
    platforms: [.iOS(.v13), .macOS(.v10_15)],
    products: [.library(name: "Qoldau", targets: ["Qoldau"])],
    targets: [
        library,
        .target(name: "Qoldau", dependencies: ["QoldauFFI"], path: "Sources/Qoldau"),
    ]
)
