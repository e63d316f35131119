// Two modules over the same sources: `android` gives an AAR, `jvm` a jar that loads its library by itself.
pluginManagement {
    repositories {
        google()
        mavenCentral()
        gradlePluginPortal()
    }
}

dependencyResolutionManagement {
    repositories {
        google()
        mavenCentral()
    }
}

rootProject.name = "qoldau"
include(":android", ":jvm")
