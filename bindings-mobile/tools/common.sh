# What the scripts of this folder share; it is sourced, not run.
set -euo pipefail

TOP="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
TARGET="${CARGO_TARGET_DIR:-$TOP/target}"
# Compilers that are fetched lie here, outside of git; another folder may be named so that several clones share them.
TOOLCHAINS="${QOLDAU_TOOLCHAINS:-$TARGET/toolchains}"
# Everything that is generated and built for the languages.
BUILT="$TARGET/mobile"
mkdir -p "$TOOLCHAINS" "$BUILT"

say() { printf '\n== %s\n' "$*" >&2; }

# unavailable WHAT WHY: a language that cannot be had here. On CI that is a failure, elsewhere a line to read.
unavailable() {
    if [[ "${CI:-}" == "true" ]]; then
        printf '\n!! %s cannot be tested: %s (nothing may be skipped on CI)\n' "$1" "$2" >&2
        exit 1
    fi
    printf '\n-- SKIPPED: %s cannot be tested: %s\n' "$1" "$2" >&2
    exit 75
}

# persist LOG COMMAND…: tries a download up to three times, for a mirror fails now and then; what is said goes into LOG,
# whose end is shown when no attempt succeeds.
persist() {
    local log="$1" attempt
    shift
    for attempt in 1 2 3; do
        "$@" >"$log" 2>&1 && return
        ((attempt == 3)) || sleep $((attempt * ${QOLDAU_RETRY_SECONDS:-10}))
    done
    tail -n 15 "$log" >&2
    return 1
}

# install_debian PACKAGE…: installs what is missing, where this is Debian and we may.
install_debian() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok' || missing+=("$package")
    done
    ((${#missing[@]})) || return 0
    command -v apt-get >/dev/null && [[ "$(id -u)" == 0 ]] || return 1
    say "installing by apt-get: ${missing[*]}"
    apt-get install -y --no-install-recommends "${missing[@]}" >"$BUILT/apt.log" 2>&1 ||
        { apt-get update >>"$BUILT/apt.log" 2>&1 && apt-get install -y --no-install-recommends "${missing[@]}" >>"$BUILT/apt.log" 2>&1; }
}

# build_library: builds the library for this machine and names it by LIBRARY. It is built exactly as maturin does, so that
# it is compiled once, and copied, because maturin takes the original away.
build_library() {
    local name=libqoldau.so
    [[ "$(uname -s)" != Darwin ]] || name=libqoldau.dylib
    (cd "$TOP" && cargo rustc --quiet --locked --release --manifest-path bindings-mobile/Cargo.toml --lib --crate-type cdylib)
    mkdir -p "$BUILT/library"
    LIBRARY="$BUILT/library/$name"
    cmp -s "$TARGET/release/$name" "$LIBRARY" || cp "$TARGET/release/$name" "$LIBRARY"
}
