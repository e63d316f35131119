#!/usr/bin/env bash
# Everything that docs/benchmarks.md quotes, side by side in one run on one machine, as ratios.
#
#     qoldau-core/benches/compare.sh            needs python3 with python-docx; hyperfine for the last comparison
#     qoldau-core/benches/compare.sh 10000000   goes on to ten million facts, which takes 16 GB and some minutes
#
# Other work on the machine harms all sides alike, for each pair is measured in turns and the least of many runs is
# taken; a busy machine still makes single figures larger than they are.

set -euo pipefail
cd "$(dirname "$0")/../.."
most=${1:-1000000}
python=${PYTHON:-python3}

cargo build --quiet --release -p qoldau-cli
cargo bench --quiet -p qoldau-core --bench sides --no-run
cargo bench --quiet -p qoldau-core --bench scale --bench memory --no-run

machine() {
    local name
    name=$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)
    echo "machine: ${name:-unknown}, $(getconf _NPROCESSORS_ONLN) cores; $(rustc --version); load $(cut -d ' ' -f 1 /proc/loadavg 2>/dev/null || echo unknown)"
}
machine

echo
echo "reading the annex and checking the plan"
ours=
theirs=
for _ in 1 2 3; do
    mapfile -t sides < <(cargo bench --quiet -p qoldau-core --bench sides)
    python_least=$("$python" qoldau-core/benches/python_docx_read.py) || { echo "python-docx is not installed"; python_least=; break; }
    if [ -z "$theirs" ] || [ "$python_least" -lt "$theirs" ]; then theirs=$python_least; fi
    if [ -z "$ours" ] || [ "${sides[0]}" -lt "$ours" ]; then
        ours=${sides[0]} words=${sides[1]} checking=${sides[2]}
    fi
done
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", a / b }'; }
milli() { awk -v a="$1" 'BEGIN { printf "%.2f ms", a / 1e6 }'; }
if [ -n "$theirs" ]; then
    echo "python-docx, words in pairs                  $(milli "$theirs")"
    echo "read_annex, whole plan                       $(milli "$ours")   $(ratio "$theirs" "$ours") x faster"
    echo "words of the document alone                  $(milli "$words")   $(ratio "$theirs" "$words") x faster"
    echo "check of the plan                            $(milli "$checking")   $(ratio "$ours" "$checking") x faster than reading it"
fi

echo
cargo bench --quiet -p qoldau-core --bench scale -- "$most"
echo
cargo bench --quiet -p qoldau-core --bench memory -- "$most"

if command -v hyperfine >/dev/null && [ -n "$theirs" ]; then
    echo
    echo "whole processes, from start to end"
    RUNS=1 hyperfine --shell=none --warmup 3 --style basic \
        "target/release/qoldau read examples/data/qoldau-2024.kk.docx -o target/compared.json" \
        "$python qoldau-core/benches/python_docx_read.py" 2>/dev/null | grep -E 'Benchmark|Time|Range|times' || true
fi
