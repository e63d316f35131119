#!/usr/bin/env python3
"""Duplicates: `qoldau people duplicates` beside Splink 5, in turns on the same files, with ratios.

    cargo build --release -p qoldau-cli
    compare.py KIT --qoldau target/release/qoldau [--seeds 1 2 3] [--rows 10000] [--work FOLDER]

KIT is the folder of the benchmark (gen.py, eval.py, splink_baseline.py); the Python that runs this has numpy, pandas and splink 5.
Splink's time is the one it measures itself, without importing its libraries; ours is that of the whole process. Its thresholds are those
that its own tuning found on seed 901. Nothing is printed but figures."""
import argparse, json, os, subprocess, sys, time

# What `splink_baseline.py tune --variant fold` found on seed 901.
TUNED = {"easy": ("3.5", "pairs"), "hard": ("-2.0", "pairs")}


def run(command):
    """Seconds and peak megabytes of a process that may fail nowhere."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return out, time.monotonic() - begin, usage.ru_maxrss / 1024


def main():
    a = argparse.ArgumentParser()
    a.add_argument("kit"), a.add_argument("--qoldau", required=True), a.add_argument("--work", default="target/people")
    a.add_argument("--seeds", nargs="+", default=["1", "2", "3"]), a.add_argument("--rows", default="10000")
    a.add_argument("--presets", nargs="+", default=["easy", "hard"])
    o = a.parse_args()
    kit = lambda name: os.path.join(o.kit, name)
    persons = str(int(o.rows) * 56 // 100)
    print("| data | F1 Splink fold | F1 ours | error, ours : Splink | rows/s Splink | rows/s ours | ratio | MB Splink | MB ours |")
    print("|---|---|---|---|---|---|---|---|---|")
    for preset in o.presets:
        for seed in o.seeds:
            data = os.path.join(o.work, f"{preset}-{seed}-{o.rows}")
            if not os.path.exists(os.path.join(data, "truth.csv")):
                run([sys.executable, kit("gen.py"), "--preset", preset, "--seed", seed, "--persons", persons, "--rows", o.rows, "--out", data])
            threshold, decision = TUNED[preset]
            out, _, _ = run([sys.executable, kit("splink_baseline.py"), "run", "--variant", "fold", f"--threshold={threshold}", "--decision", decision, data])
            theirs = json.loads(out.strip().splitlines()[-1])
            pairs = os.path.join(data, "pairs.csv")
            _, seconds, mb = min((run([o.qoldau, "people", "duplicates", os.path.join(data, "rows.csv"), "-o", pairs]) for _ in range(3)), key=lambda r: r[1])
            ours = json.loads(run([sys.executable, kit("eval.py"), os.path.join(data, "truth.csv"), pairs, "--json"])[0])["pairwise"]
            rate = theirs["rows"] / seconds
            print(f"| {preset}-{seed} | {theirs['f1']:.4f} | {ours['f1']:.4f} | {(1 - ours['f1']) / (1 - theirs['f1']):.2f} | {theirs['rows_per_second']} | {rate:.0f} "
                  f"| {rate / theirs['rows_per_second']:.0f} | {theirs['peak_rss_mb']} | {mb:.0f} |", flush=True)


if __name__ == "__main__":
    main()
