#!/usr/bin/env python3
"""Linkage keys: the core's `linkage_keys` beside PyPI's clkhash, in turns on the same rows, with the ratio of rows a second; and what pairing
by keys finds.

    cargo build --release -p qoldau-core --bench people
    compare_linkage.py KIT target/release/deps/people-… [--rows 10000]

KIT is the folder of the benchmark of lists (gen.py). clkhash hashes the name by bigrams, birth and telephone as whole tokens, into 1,024 bits, in
this one process (`max_workers=1`); both sides begin with rows in memory. Ours also brings names to their matching form, which
clkhash does not do. Times are processor times of one thread, so that other work on the machine counts for neither side; ours is what twenty runs take more than
none, and clkhash forgets what it hashed before."""
import argparse, csv, io, os, subprocess, sys, time
from clkhash import bloomfilter, clk
from clkhash.schema import from_json_dict


def schema():
    text = {
        "version": 3,
        "clkConfig": {"l": 1024, "kdf": {"type": "HKDF", "hash": "SHA256", "info": "c2NoZW1hX2V4YW1wbGU=", "salt": "SCbL2zHNnmsckfzchsNkZY9XoHk96P/G5nUBrM7ybymlEFsMV6PAeDZCNp3rfNUPCtLDMOGQHG4pCQpfhiHCyA==", "keySize": 64}},
        "features": [
            {"identifier": name, "format": {"type": "string", "encoding": "utf-8", "maxLength": 200},
             "hashing": {"comparison": {"type": "ngram", "n": n}, "strategy": {"bitsPerToken": bits}, "hash": {"type": "blakeHash"}}}
            for name, n, bits in (("full_name", 2, 12), ("birth", 2, 8), ("phone", 2, 4))
        ],
    }
    return from_json_dict(text)


def theirs(rows, how):
    text = io.StringIO()
    out = csv.writer(text)
    out.writerow(["full_name", "birth", "phone"])
    out.writerows(rows)
    text.seek(0)
    # It keeps what it hashed from call to call; a list comes once.
    for kept in vars(bloomfilter).values():
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()
    begin = time.process_time()
    keys = clk.generate_clk_from_csv(text, "secret", how, validate=False, progress_bar=False, max_workers=1)
    return time.process_time() - begin, len(keys)


def ours(bench, file, runs):
    """Processor time of a run."""
    def spent(runs):
        process = subprocess.Popen([bench, "linkage", file, str(runs)], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit("the bench failed")
        return usage.ru_utime + usage.ru_stime
    return (spent(runs) - spent(0)) / runs


def main():
    a = argparse.ArgumentParser()
    a.add_argument("kit"), a.add_argument("bench"), a.add_argument("--rows", default="10000"), a.add_argument("--rounds", type=int, default=3)
    a.add_argument("--work", default="target/people"), a.add_argument("--seed", default="1"), a.add_argument("--preset", default="easy")
    o = a.parse_args()
    data = os.path.join(o.work, f"{o.preset}-{o.seed}-{o.rows}")
    if not os.path.exists(os.path.join(data, "rows.csv")):
        persons = str(int(o.rows) * 56 // 100)
        subprocess.run([sys.executable, os.path.join(o.kit, "gen.py"), "--preset", o.preset, "--seed", o.seed, "--persons", persons, "--rows", o.rows, "--out", data], check=True, stdout=subprocess.DEVNULL)
    file = os.path.join(data, "rows.csv")
    rows = [(row["full_name"], row["birth"], row["phone"]) for row in csv.DictReader(open(file))]
    how, ratios = schema(), []
    for _ in range(o.rounds):
        own = ours(o.bench, file, 20)
        seconds, count = theirs(rows, how)
        ratios.append(seconds / own)
        print(f"rows a second: ours {len(rows) / own:.0f}, clkhash {count / seconds:.0f}; ratio {seconds / own:.0f}", flush=True)
    print("ratios:", " ".join(f"{ratio:.0f}" for ratio in ratios))


if __name__ == "__main__":
    main()
