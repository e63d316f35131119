#!/usr/bin/env python3
"""What pairing by linkage keys finds, beside pairing the same two lists with all that they hold.

    cargo bench --no-run -p qoldau-core --bench people
    link.py KIT target/release/deps/people-… [--seeds 901 902] [--least 0.7 0.75 0.8]

KIT is the folder of the benchmark of lists (gen.py). Of its people the first half of the ids is on both lists, a row on each, and of the
others one half is on the first list and one on the second, so that nobody stands twice on a list. Figures are of pairs of rows."""
import argparse, csv, os, subprocess, sys


def split(data, work):
    """Two lists, and who is on both."""
    truth = {row["row_id"]: row["person_id"] for row in csv.DictReader(open(os.path.join(data, "truth.csv")))}
    head, *rows = list(csv.reader(open(os.path.join(data, "rows.csv"))))
    of = {}
    for row in rows:
        of.setdefault(truth[row[0]], []).append(row)
    first, second, both = [], [], set()
    for number, (person, own) in enumerate(sorted(of.items())):
        if len(own) > 1 and number % 2 == 0:
            # Rows of two lists, where there are such: people seldom stand on one list twice.
            other = next((row for row in own[1:] if row[1] != own[0][1]), own[1])
            first.append(own[0]), second.append(other), both.add((own[0][0], other[0]))
        else:
            (first if number % 4 == 1 else second).append(own[0])
    files = [os.path.join(work, name) for name in ("one.csv", "other.csv")]
    for file, part in zip(files, (first, second)):
        with open(file, "w", newline="") as out:
            csv.writer(out).writerows([head] + part)
    return files, both


def figures(said, both):
    found = {tuple(line.split(",")[:2]) for line in said.splitlines()[1:]}
    right = len(found & both)
    precision, recall = right / max(len(found), 1), right / max(len(both), 1)
    return f"{precision:.3f} | {recall:.3f} | {2 * precision * recall / max(precision + recall, 1e-9):.3f}"


def main():
    a = argparse.ArgumentParser()
    a.add_argument("kit"), a.add_argument("bench"), a.add_argument("--rows", default="10000"), a.add_argument("--work", default="target/people")
    a.add_argument("--seeds", nargs="+", default=["1", "2", "3"]), a.add_argument("--presets", nargs="+", default=["easy", "hard"])
    a.add_argument("--least", nargs="+", default=["0.75", "0.8", "0.85"])
    o = a.parse_args()
    print("| data | by | precision | recall | F1 |\n|---|---|---|---|---|")
    for preset in o.presets:
        for seed in o.seeds:
            data = os.path.join(o.work, f"{preset}-{seed}-{o.rows}")
            if not os.path.exists(os.path.join(data, "truth.csv")):
                persons = str(int(o.rows) * 56 // 100)
                subprocess.run([sys.executable, os.path.join(o.kit, "gen.py"), "--preset", preset, "--seed", seed, "--persons", persons, "--rows", o.rows, "--out", data], check=True, stdout=subprocess.DEVNULL)
            files, both = split(data, o.work)
            ways = [(f"keys, {least}", ["link", *files, least]) for least in o.least] + [("all fields", ["pair", *files])]
            for name, words in ways:
                said = subprocess.run([o.bench, *words], check=True, capture_output=True, text=True).stdout
                print(f"| {preset}-{seed}, {len(both)} on both | {name} | {figures(said, both)} |", flush=True)


if __name__ == "__main__":
    main()
