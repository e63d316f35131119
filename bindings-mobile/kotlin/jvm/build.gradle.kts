plugins {
    kotlin("jvm")
    `maven-publish`
}

kotlin { compilerOptions { jvmTarget.set(org.jetbrains.kotlin.gradle.dsl.JvmTarget.JVM_11) } }

java {
    sourceCompatibility = JavaVersion.VERSION_11
    targetCompatibility = JavaVersion.VERSION_11
    withSourcesJar()
}

sourceSets["main"].kotlin.srcDirs("../src", "../build/generated")
// <JNA's name of the system>/libqoldau.so and so on: JNA unpacks the one it needs.
sourceSets["main"].resources.srcDir("../build/native")

dependencies {
    api("net.java.dev.jna:jna:5.17.0")
}

publishing {
    publications {
        register<MavenPublication>("jvm") {
            artifactId = "qoldau"
            from(components["java"])
        }
    }
}
