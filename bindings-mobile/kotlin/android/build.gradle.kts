plugins {
    id("com.android.library")
    kotlin("android")
    `maven-publish`
}

android {
    namespace = "kz.qoldau"
    compileSdk = 36
    defaultConfig {
        // java.time is part of Android from here on; below it a host needs core library desugaring.
        minSdk = 26
        consumerProguardFiles("consumer-rules.pro")
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_11
        targetCompatibility = JavaVersion.VERSION_11
    }
    sourceSets["main"].kotlin.srcDirs("../src", "../build/generated")
    // make-aar puts libqoldau.so of every processor here.
    sourceSets["main"].jniLibs.srcDir("../build/jniLibs")
    publishing { singleVariant("release") { withSourcesJar() } }
}

kotlin { compilerOptions { jvmTarget.set(org.jetbrains.kotlin.gradle.dsl.JvmTarget.JVM_11) } }

dependencies {
    // The AAR of JNA holds its own native part for every processor.
    implementation("net.java.dev.jna:jna:5.17.0@aar")
}

publishing {
    publications {
        register<MavenPublication>("release") {
            artifactId = "qoldau-android"
            afterEvaluate { from(components["release"]) }
        }
    }
}
