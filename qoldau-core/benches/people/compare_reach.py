#!/usr/bin/env python3
"""Reach over a million attendances: the core's `count_reach` beside polars doing the same, in turns, with ratios.

    cargo bench --no-run -p qoldau-core --features parallel --bench people
    POLARS_MAX_THREADS=1 compare_reach.py target/release/deps/people-… [--threads 1] [--rows 1000000] [--rounds 5]

Both sides hold the same columns in memory before anything is measured: polars a frame, the core a list of `Attendance` with ids of their own. The number of
threads is given to each side by itself: ours by `--threads`, polars' by its environment variable. The same means: attendances of the period, each person once an event;
participations, different people, those who had come before; and the table by sex and settlement with all subtotals (people and
participations). The figures of both are compared before their times are."""
import argparse, datetime, os, random, subprocess, sys, time
import polars as pl


def write(folder, rows):
    draw = random.Random(7)
    people = rows // 3
    places = [f"place-{n}" for n in range(40)]
    with open(os.path.join(folder, "people.csv"), "w") as out:
        out.write("person,sex,settlement\n")
        for n in range(people):
            out.write(f"p-{n:07},{draw.choice(['f', 'm', ''])},{places[min(int(draw.expovariate(.12)), 39)]}\n")
    events = [(f"event-{n:04}", datetime.date(2024, 3, 1) + datetime.timedelta(days=draw.randrange(230))) for n in range(1000)]
    with open(os.path.join(folder, "attendances.csv"), "w") as out:
        out.write("event,on,person\n")
        for _ in range(rows):
            event, on = draw.choice(events)
            out.write(f"{event},{on},p-{draw.randrange(people):07}\n")


def polars(attended, people):
    """Seconds, and the figures."""
    start, end = datetime.date(2024, 5, 1), datetime.date(2024, 10, 31)
    begin = time.perf_counter()
    earlier = attended.lazy().filter(pl.col("on") < start).select("person").unique().with_columns(pl.lit(True).alias("returning"))
    come = attended.lazy().filter(pl.col("on").is_between(start, end)).select("event", "person").unique()
    persons = come.group_by("person").agg(pl.len().alias("times")).join(people.lazy(), on="person", how="left").join(earlier, on="person", how="left")
    persons = persons.with_columns(pl.col("returning").fill_null(False))
    sums = [pl.len().alias("persons"), pl.col("times").sum()]
    tables = [persons.select(*sums, pl.col("returning").sum().alias("returning"))]
    tables += [persons.group_by(by).agg(*sums) for by in (["sex"], ["settlement"], ["sex", "settlement"])]
    whole, *rest = pl.collect_all(tables)
    seconds = time.perf_counter() - begin
    listed, times, returning = whole.row(0)
    return seconds, (times, listed, returning, 1 + sum(table.height for table in rest))


def main():
    a = argparse.ArgumentParser()
    a.add_argument("bench"), a.add_argument("--rows", type=int, default=1_000_000), a.add_argument("--rounds", type=int, default=5)
    a.add_argument("--work", default="target/people")
    a.add_argument("--threads", default=str(pl.thread_pool_size()))
    o = a.parse_args()
    folder = os.path.join(o.work, f"reach-{o.rows}")
    os.makedirs(folder, exist_ok=True)
    files = [os.path.join(folder, name) for name in ("attendances.csv", "people.csv")]
    if not all(map(os.path.exists, files)):
        write(folder, o.rows)
    attended = pl.read_csv(files[0], try_parse_dates=True)
    people = pl.read_csv(files[1])
    ours, theirs = [], []
    for _ in range(o.rounds):
        out = subprocess.run([o.bench, "reach", *files, "3", o.threads], check=True, capture_output=True, text=True).stdout
        lines = [line.split() for line in out.splitlines()]
        ours.append(min(float(line[0]) for line in lines))
        turns = [polars(attended, people) for _ in range(3)]
        theirs.append(min(seconds for seconds, _ in turns))
        if tuple(map(int, lines[0][1:])) != turns[0][1]:
            sys.exit(f"different figures: ours {lines[0][1:]}, theirs {turns[0][1]}")
    best, other = min(ours), min(theirs)
    print(f"{o.rows} attendances: ours {best * 1e3:.0f} ms on {o.threads}, polars {other * 1e3:.0f} ms on {pl.thread_pool_size()}; ratio {other / best:.2f}")
    print("rounds:", " ".join(f"{their / our:.2f}" for our, their in zip(ours, theirs)))


if __name__ == "__main__":
    main()
