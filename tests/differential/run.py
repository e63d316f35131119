#!/usr/bin/env python3
"""Holds `qoldau vector` against exact arithmetic, scipy, statsmodels, pingouin and R on thousands of random and edge cases.

  run.py QOLDAU [--cases N] [--seed N]     QOLDAU is the built command; N cases a method and peer

Wants: pip install numpy scipy statsmodels pingouin mpmath; apt install r-base-core r-cran-exactranktests.
Ends with 'N figures compared, N differ' and exit code 1 if any differs. The same seed gives the same cases.
Where the peer is known to be wrong it is not asked; each such place says so."""
import argparse, collections, json, math, random, subprocess, sys
from pathlib import Path
import exact, peers

def ask(command, requests):
    text = "".join(json.dumps(request) + "\n" for request in requests)
    run = subprocess.run([command, "vector", "--batch"], input=text, capture_output=True, text=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    if len(answers) != len(requests): sys.exit(f"{len(requests)} requests, {len(answers)} answers: {run.stderr}")
    return answers

def flat(value, path=""):
    """The figures of an answer by path; a missing field is null."""
    if isinstance(value, dict):
        for key, inner in value.items(): yield from flat(inner, f"{path}/{key}")
    elif isinstance(value, (list, tuple)):
        for at, inner in enumerate(value): yield from flat(inner, f"{path}/{at}")
    else: yield path, value

def find(answer, path):
    for key in path.split("/")[1:]:
        if answer is None: return None
        answer = answer[int(key)] if isinstance(answer, list) else answer.get(key)
    return answer

def agree(want, got, rel, least):
    if want is None or got is None or isinstance(want, (bool, str)): return want == got
    want = float(want)
    return isinstance(got, (int, float)) and abs(got - want) <= max(least, rel * abs(want))

def main():
    options = argparse.ArgumentParser()
    options.add_argument("command"); options.add_argument("--cases", type=int, default=120); options.add_argument("--seed", type=int, default=20241201)
    options.add_argument("--only", default=""); options.add_argument("--no-r", action="store_true")
    options = options.parse_args()
    checks = exact.checks(random.Random(options.seed), options.cases) + peers.checks(random.Random(options.seed + 1), options.cases)
    checks = [check for check in checks if options.only in check["method"]]
    if not options.no_r: checks += [check for check in peers.of_r(random.Random(options.seed + 2), options.cases, Path(__file__).with_name("peers.R")) if options.only in check["method"]]
    answers = ask(options.command, [{"method": check["method"], "input": check["input"]} for check in checks])
    tally, worst, shown = collections.Counter(), {}, collections.Counter()
    for check, answer in zip(checks, answers):
        for path, want in flat(check["want"]):
            rel, least = next((tolerance for part, tolerance in check.get("tolerances", {}).items() if part in path), check.get("tolerance", (1e-12, 1e-14)))
            got = find(answer, path)
            name = f"{check['method']:28s} {check['peer']:12s}"
            tally[name] += 1
            if isinstance(want, float) and isinstance(got, float) and want: worst[name] = max(worst.get(name, 0), abs(got / want - 1) if abs(want) > least else 0)
            if not agree(want, got, rel, least):
                tally["differ"] += 1; shown[name] += 1
                if shown[name] <= 6: print(f"DIFFERS {name} {path}: {want!r} wanted, {got!r} given; {json.dumps(check['input'])[:400]} {answer.get('error', '')}")
    for name, count in sorted(tally.items()):
        if name != "differ": print(f"  {name} {count:6d} figures, {shown[name]} differ, largest relative difference {worst.get(name, 0):.1e}")
    print(f"{sum(count for name, count in tally.items() if name != 'differ')} figures compared, {tally['differ']} differ")
    sys.exit(1 if tally["differ"] else 0)

if __name__ == "__main__": main()
