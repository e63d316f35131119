// swift-tools-version: 5.9
import PackageDescription

// The tests and the example as a host of the package would build them.
let package = Package(
    name: "QoldauTests",
    dependencies: [.package(path: "../Qoldau")],
    targets: [
        .executableTarget(name: "Tests", dependencies: [.product(name: "Qoldau", package: "Qoldau")]),
        .executableTarget(name: "Example", dependencies: [.product(name: "Qoldau", package: "Qoldau")]),
    ]
)
