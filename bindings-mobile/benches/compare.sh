#!/usr/bin/env bash
# What it costs to assess 10,000 facts from the JVM and from Python, beside the engine itself, in one run on one machine.
#
#     bindings-mobile/benches/compare.sh          after bindings-mobile/test, which builds the jar and the wheel
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
    keep_least python $("$BUILT/venv/bin/python" "$HERE/benches/measure.py" "$BUILT/ten-thousand.jsonl")
done

machine="$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)"
echo "machine: ${machine:-unknown}, $(getconf _NPROCESSORS_ONLN) cores; $(rustc --version); load $(cut -d ' ' -f 1 /proc/loadavg 2>/dev/null || echo unknown)"
# row NAME MEASURED NATIVE: a time and how many times the engine's own it is.
row() { awk -v name="$1" -v a="$2" -v n="$3" 'BEGIN { printf "%-34s %8.1f ms  %5.2f x\n", name, a / 1e6, a / n }'; }
row "native, assess_journal" "${LEAST[native1]}" "${LEAST[native1]}"
row "native, assess_entries" "${LEAST[native2]}" "${LEAST[native2]}"
for side in jvm python; do
    row "$side, assessJson (bytes, JSON)" "${LEAST[${side}1]}" "${LEAST[native1]}"
    row "$side, assess (plan, bytes)" "${LEAST[${side}2]}" "${LEAST[native1]}"
    row "$side, assessEntries (records)" "${LEAST[${side}3]}" "${LEAST[native2]}"
    row "$side, crossing of plan and answer" "${LEAST[${side}4]}" "${LEAST[native1]}"
done
