#!/usr/bin/env bash
# Runs every fuzz target for a minute, from seeds cut out of the sample data. Needs a nightly toolchain and cargo-fuzz.
#
#     qoldau-core/fuzz/smoke.sh [SECONDS [TARGET…]]
#
# An input that breaks a target lies in fuzz/artifacts/TARGET afterwards. Mend the fault, and move the input to
# tests/crashers/TARGET, where the test `crashers` runs it again for ever.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:-60}
shift || true
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then targets=(docx text target due facts plan_json xlsx); fi
data=../examples/data

# seed_lines TARGET: every line of standard input becomes one seed.
seed_lines() {
    mkdir -p "fuzz/corpus/$1"
    while IFS= read -r line; do
        printf '%s\n' "$line" >"fuzz/corpus/$1/seed-$(printf '%s' "$line" | cksum | cut -d ' ' -f 1)"
    done
}

# rows_of_tables FOLDER: every table row of the document.xml on standard input becomes a document of its own. Small
# seeds are what makes a fuzzer quick.
rows_of_tables() {
    awk -v folder="$1" 'BEGIN { RS = "</w:tr>" }
        { at = index($0, "<w:tr "); if (!at) at = index($0, "<w:tr>")
          if (at) printf "<w:document><w:body><w:tbl>%s</w:tr></w:tbl></w:body></w:document>", substr($0, at) > \
              (folder "/row-" NR ".xml") }'
}

seed() {
    local corpus="fuzz/corpus/$1"
    mkdir -p "$corpus"
    case $1 in
    docx)
        cp "$data/qoldau-2024.kk.docx" "$corpus/"
        unzip -p "$data/qoldau-2024.kk.docx" word/document.xml | rows_of_tables "$corpus"
        ;;
    text) split --lines=20 --suffix-length=4 "$data/qoldau-2024.kk.txt" "$corpus/piece-" ;;
    target | due) tr '\t' '\n' <"$data/qoldau-2024.kk.txt" | sort --unique | seed_lines "$1" ;;
    facts)
        seed_lines facts <"$data/season.jsonl"
        grep '^{' tests/facts/against_plan.txt tests/facts/faults.txt --no-filename | seed_lines facts
        ;;
    xlsx)
        for book in tests/people/workbooks/*.xlsx; do
            cp "$book" "$corpus/"
            unzip -p "$book" xl/worksheets/sheet1.xml >"$corpus/$(basename "$book" .xlsx).xml"
        done
        ;;
    plan_json)
        cp tests/facts/plan.json "$corpus/"
        cargo run --quiet -p qoldau-cli -- read "$data/qoldau-2024.kk.docx" 2>/dev/null >"$corpus/annex.json" || true
        ;;
    esac
    if [ -d "tests/crashers/$1" ]; then cp -r "tests/crashers/$1/." "$corpus/"; fi
}

failed=()
for target in "${targets[@]}"; do
    echo "== $target, $seconds s"
    seed "$target"
    cargo +nightly fuzz run "$target" -- -max_total_time="$seconds" -max_len=16384 -timeout=10 -rss_limit_mb=2048 \
        -print_final_stats=1 || failed+=("$target")
done
if [ ${#failed[@]} -gt 0 ]; then
    echo "broken: ${failed[*]}"
    exit 1
fi
echo "all of them held"
