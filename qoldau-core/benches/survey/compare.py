#!/usr/bin/env python3
"""Counting a large survey: `qoldau survey count` beside a C floor, polars and duckdb, in turns on the same file, with ratios.

    cargo build --release -p qoldau-cli
    compare.py KIT --qoldau target/release/qoldau [--rows 1000000] [--rounds 5] [--work FOLDER]

KIT is the folder of the benchmark (gen.py, floor.c, b_polars.py, b_duckdb.py, expected.json); the Python that runs this has numpy, scipy,
polars and duckdb, and there is a C compiler. The peers' times are those that they measure themselves, without importing their
libraries; ours is that of the whole process, start and JSON included. Of every side the least of all rounds counts, by the clock, and
beside it the processor time, which other work on the machine harms less. Before anything is measured the results are held against
each other: whole numbers exactly, the others to 1e-9."""
import argparse, hashlib, json, os, re, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
ITEMS = [f"q{i:02d}" for i in range(1, 21)]


def run(command, environment=None):
    """What a process says, its seconds by the clock and of the processor, and its peak megabytes; it may fail nowhere."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ, **(environment or {})))
    out, err = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {' '.join(command)}\n{err}")
    return out, err, time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def as_expected(ours):
    """Our figures under the names of the benchmark. Nothing is reckoned but the unit: percents of the possible become steps."""
    region = {}
    for group in ours["groups"]:
        region.setdefault(group["group"], {})[group["phase"]] = {
            "top2": {item["question"]: [item["top"], item["answered"]] for item in group["items"]},
            "score": {of["subscale"]: [of["scored"], of["meanStep"]] for of in group["subscales"]}}
    alpha = {of["subscale"]: {"n": of["persons"], "alpha": of["alpha"], "lo": of["feldt"]["low"], "hi": of["feldt"]["high"]}
             for of in ours["reliability"] if of["phase"] is None}
    pairs = ours["pairs"]
    paired = {}
    for of in pairs["subscales"]:
        test, step = of["test"], of["percentOfStep"]
        paired[of["subscale"]] = {"n": test["n"], "mean_diff": test["meanDiff"] / step, "sd_diff": test["sdDiff"] / step, "t": test["t"],
                                  "df": test["df"], "p": test["pTwo"], "dz": test["dZ"]}
    table, test = pairs["questions"][0]["table"], pairs["questions"][0]["test"]
    mcnemar = {"a": table["both"], "b": table["firstOnly"], "c": table["secondOnly"], "d": table["neither"], "chi2": test["chi2"],
               "p_exact": test["pExact"], "p_mid": test["pMid"]}
    return {"n_rows": ours["rows"], "region": region, "alpha": alpha, "pairs": pairs["matched"], "mcnemar_q01": mcnemar, "paired_t": paired}


def main():
    a = argparse.ArgumentParser()
    a.add_argument("kit"), a.add_argument("--qoldau", required=True), a.add_argument("--work", default="target/survey")
    a.add_argument("--rows", default="1000000"), a.add_argument("--rounds", type=int, default=5)
    o = a.parse_args()
    kit = lambda name: os.path.join(o.kit, name)
    work = lambda name: os.path.join(o.work, name)
    os.makedirs(o.work, exist_ok=True)
    table = work(f"survey-{o.rows}.csv")
    if not os.path.exists(table):
        run([sys.executable, kit("gen.py"), "--rows", o.rows, "--out", table])
    run(["cc", "-O3", "-march=native", "-o", work("floor"), kit("floor.c"), "-lm"])
    count = [o.qoldau, "survey", "count", os.path.join(HERE, "questionnaire.json"), table, "--by", "region", "--code", "id", "--follow", "q01"]
    # Shown are all groups: those of the benchmark are nobody's.
    count += ["--smallest", "1", "--language", "en"]
    python = lambda script, *more: [sys.executable, kit(script), table, work("theirs.json"), *more]
    sides = {
        "C floor, 1 thread": ([work("floor"), table], None),
        "qoldau, 1 thread, in pieces": (count, None),
        "polars, 1 thread": (python("b_polars.py", "eager"), {"POLARS_MAX_THREADS": "1"}),
        "duckdb, 1 thread": (python("b_duckdb.py", "1"), None),
        "qoldau, 2 threads": (count + ["--threads", "2"], None),
        "polars, 2 threads": (python("b_polars.py", "eager"), {"POLARS_MAX_THREADS": "2"}),
        "duckdb, 2 threads": (python("b_duckdb.py", "2"), None),
    }
    whole = [run(count + ["--threads", str(threads)])[0] for threads in (1, 2, 3)]
    if len(set(whole)) != 1:
        sys.exit("the figures depend on the number of threads")
    json.dump(as_expected(json.loads(whole[0])), open(work("ours.json"), "w"))
    # Not at once: what this process holds would count as the peak of those it starts.
    with open(table, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    known = "70cf8db7dca7751f259a47d6b9fa99cb02bf4d888b2aacb5b341eb940603a4c7"
    if digest == known:
        expected = kit("expected.json")
    else:
        run(python("b_polars.py", "eager"))
        expected = work("theirs.json")
    print(run([sys.executable, kit("compare.py"), expected, work("ours.json")])[0].strip(), f"({os.path.basename(expected)})")

    best = {}
    for _ in range(o.rounds):
        for name, (command, environment) in sides.items():
            out, err, seconds, processor, mb = run(command, environment)
            told = re.search(r'"total_s": ([0-9.]+)', out) or re.search(r"^([0-9.]+) s$", err, re.M)
            seconds = float(told[1]) if told else seconds
            before = best.get(name, (seconds, processor, mb))
            best[name] = (min(before[0], seconds), min(before[1], processor), max(before[2], mb))
    model = next((line.split(": ")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "unknown") if os.path.exists("/proc/cpuinfo") else "unknown"
    print(f"machine: {model}, {os.cpu_count()} cores; load {os.getloadavg()[0]:.1f}; {o.rows} rows, least of {o.rounds}")
    print("| side | s | s of processor | MB |\n|---|--:|--:|--:|")
    for name, (seconds, processor, mb) in best.items():
        print(f"| {name} | {seconds:.3f} | {processor:.2f} | {mb:.0f} |")
    one, two = best["qoldau, 1 thread, in pieces"][0], best["qoldau, 2 threads"][0]
    ratio = lambda over, under: f"{over / under:.2f}"
    print(f"1 thread : C floor          {ratio(one, best['C floor, 1 thread'][0])} (asked <= 1.5, at most 1.9)")
    print(f"polars : ours, 1 thread     {ratio(best['polars, 1 thread'][0], one)} (asked >= 2.3)")
    print(f"polars : ours, 2 threads    {ratio(best['polars, 2 threads'][0], two)} (asked >= 2)")
    print(f"duckdb : ours, 2 threads    {ratio(best['duckdb, 2 threads'][0], two)} (asked >= 4)")


if __name__ == "__main__":
    main()
