"""The Python side of ``compare.sh``: ``measure.py JOURNAL`` prints the least times in nanoseconds.

By JSON, by bytes, by entries, and the crossing alone: the plan and an answer carried there and back without any work.
"""

import sys
import time
from datetime import date
from pathlib import Path
from typing import Callable

import qoldau

TOP = Path(__file__).resolve().parents[2]
RUNS = 15


def least(run: Callable[[], object]) -> int:
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter_ns()
        run()
        taken.append(time.perf_counter_ns() - start)
    return min(taken)


journal = Path(sys.argv[1]).read_bytes()
plan = qoldau.read_annex((TOP / "examples/data/qoldau-2024.kk.docx").read_bytes()).plan
day = date(2024, 10, 31)
entries = qoldau.read_facts(journal).entries
one = entries[:1]
assert qoldau.assess(plan, journal, day).assessment.counts.lines == 73
plan_json = qoldau.write_plan(plan).encode()
by_json = least(lambda: qoldau.assess_json(plan_json, journal, day))
by_bytes = least(lambda: qoldau.assess(plan, journal, day))
by_entries = least(lambda: qoldau.assess_entries(plan, entries, day))
crossing = least(lambda: qoldau.assess_entries(plan, one, day))
print(by_json, by_bytes, by_entries, crossing)
