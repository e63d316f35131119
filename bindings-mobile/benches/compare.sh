#!/usr/bin/env bash
# What it costs to assess 10,000 facts from the JVM, Swift and Python, beside the engine itself, in one run on one machine.
#
#     bindings-mobile/benches/compare.sh          after bindings-mobile/test, which builds the jar, the package and the wheel
#
# The sides are measured in turns and the least of many runs is taken. `crossing` is a call with one fact: the plan and the
# answer carried over, and what the engine does with a plan that has next to no facts.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../tools/common.sh"
cd "$TOP"
HERE=bindings-mobile

cargo build --quiet --locked --release -p qoldau-mobile --example native
classes="$("$HERE/tools/kotlin" --class-path):$BUILT/jar/qoldau.jar"
"$HERE/tools/kotlin" -nowarn -cp "$BUILT/jar/qoldau.jar" -d "$BUILT/jar/measure.jar" "$HERE/benches/Measure.kt"

# Swift as a host ships it: optimized. Where there is no Swift it is left out.
swift=()
if "$HERE/tools/swift"; then
    swift=(env LD_LIBRARY_PATH="$BUILT/library" "$HERE/tools/swift" "$BUILT/swift/Measure/.build/release/Measure")
    mkdir -p "$BUILT/swift/Measure/Sources/Measure"
    cp "$HERE/benches/Measure.swift" "$BUILT/swift/Measure/Sources/Measure/main.swift"
    cat >"$BUILT/swift/Measure/Package.swift" <<'PACKAGE'
// swift-tools-version: 5.9
import PackageDescription

let package = Package(
    name: "Measure",
    dependencies: [.package(path: "../Qoldau")],
    targets: [.executableTarget(name: "Measure", dependencies: [.product(name: "Qoldau", package: "Qoldau")])]
)
PACKAGE
    (
        cd "$BUILT/swift/Measure"
        LD_LIBRARY_PATH="$BUILT/library" "$TOP/$HERE/tools/swift" \
            swift build -c release --disable-sandbox -Xlinker "-L$BUILT/library" >&2
    )
fi

# keep_least NAME FIGURES…: keeps the least of each figure over the turns.
declare -A LEAST
keep_least() {
    local name="$1" at=0 figure
    shift
    for figure in "$@"; do
        at=$((at + 1))
        if [[ -z "${LEAST[$name$at]:-}" || "$figure" -lt "${LEAST[$name$at]}" ]]; then LEAST[$name$at]="$figure"; fi
    done
}
for _ in 1 2 3; do
    keep_least native $("$TARGET/release/examples/native" "$BUILT/ten-thousand.jsonl")
    keep_least jvm $(java -cp "$classes:$BUILT/jar/measure.jar" MeasureKt "$TOP" "$BUILT/ten-thousand.jsonl")
    if ((${#swift[@]})); then keep_least swift $("${swift[@]}" "$TOP" "$BUILT/ten-thousand.jsonl"); fi
    keep_least python $("$BUILT/venv/bin/python" "$HERE/benches/measure.py" "$BUILT/ten-thousand.jsonl")
done

machine="$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)"
echo "machine: ${machine:-unknown}, $(getconf _NPROCESSORS_ONLN) cores; $(rustc --version); load $(cut -d ' ' -f 1 /proc/loadavg 2>/dev/null || echo unknown)"
# row NAME MEASURED NATIVE: a time and how many times the engine's own it is.
row() { awk -v name="$1" -v a="$2" -v n="$3" 'BEGIN { printf "%-34s %8.1f ms  %5.2f x\n", name, a / 1e6, a / n }'; }
row "native, assess_journal" "${LEAST[native1]}" "${LEAST[native1]}"
row "native, assess_entries" "${LEAST[native2]}" "${LEAST[native2]}"
for side in jvm swift python; do
    [[ -n "${LEAST[${side}1]:-}" ]] || continue
    row "$side, assessJson (bytes, JSON)" "${LEAST[${side}1]}" "${LEAST[native1]}"
    row "$side, assess (plan, bytes)" "${LEAST[${side}2]}" "${LEAST[native1]}"
    row "$side, assessEntries (records)" "${LEAST[${side}3]}" "${LEAST[native2]}"
    row "$side, crossing of plan and answer" "${LEAST[${side}4]}" "${LEAST[native1]}"
done
