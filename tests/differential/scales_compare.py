#!/usr/bin/env python3
"""Compares `qoldau vector --batch` with naive models, PyPI packages and R over thousands of random requests.

    pip install numpy scipy statsmodels krippendorff pingouin
    tests/differential/scales_compare.py 'target/debug/qoldau vector --batch' [requests a method] [seed]

Closing line: 'N compared, N differ'; exit code 1 when any differs."""
import itertools
import json
import math
import os
import random
import shlex
import subprocess
import sys
import tempfile

import scales_cases
import scales_models

TOLERANCE = {"omega_one_factor": 2e-6, "rake": 1e-9, "ci_feldt": 1e-9, "p": 1e-10}


def differences(expected, got, tolerance, path=""):
    if isinstance(expected, dict):
        for key, value in expected.items():
            if key == "misfit":
                continue
            yield from differences(value, (got or {}).get(key), TOLERANCE.get(key, tolerance), f"{path}/{key}")
    elif isinstance(expected, list):
        if not isinstance(got, list) or len(got) != len(expected):
            yield f"{path}: {expected!r} expected, got {got!r}"
        else:
            for at, (one, other) in enumerate(zip(expected, got)):
                yield from differences(one, other, tolerance, f"{path}/{at}")
    elif expected is None or got is None:
        if expected is not got:
            yield f"{path}: {expected!r} expected, got {got!r}"
    elif not math.isclose(expected, got, rel_tol=tolerance, abs_tol=1e-12):
        yield f"{path}: {expected!r} expected, got {got!r}"


def ask(command, requests):
    text = "\n".join(json.dumps(request) for request in requests) + "\n"
    done = subprocess.run(shlex.split(command), input=text, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    assert len(lines) == len(requests), f"{len(lines)} answers to {len(requests)} requests: {done.stderr[-500:]}"
    return [json.loads(line) for line in lines]


def derivable(table, hidden):
    """Minimum and maximum of each hidden cell by linear programming, independent of the paths that the library walks."""
    import numpy as np
    from scipy.optimize import linprog

    rows, columns = len(table), len(table[0])
    if rows == 1:
        total = sum(table[0][column] for _, column in hidden)
        return [cell for cell in hidden if len(hidden) == 1 or total == 0]
    equations, right = [], []
    for row in range(rows):
        equations.append([float(cell[0] == row) for cell in hidden])
        right.append(sum(table[r][c] for r, c in hidden if r == row))
    for column in range(columns):
        equations.append([float(cell[1] == column) for cell in hidden])
        right.append(sum(table[r][c] for r, c in hidden if c == column))
    found = []
    for at, cell in enumerate(hidden):
        aim = np.zeros(len(hidden))
        aim[at] = 1
        ends = [linprog(sign * aim, A_eq=np.array(equations), b_eq=right).fun * sign for sign in (1, -1)]
        if ends[1] - ends[0] < 1e-7:
            found.append(cell)
    return found


def suppression(request, got):
    """Hidden cells are safe by linear programming, and no smaller set of further cells is (tried where that is quick)."""
    import importlib.util

    table = request["table"]
    least = int(request["primary_rule"].split("<")[-1])
    every = [(r, c) for r, row in enumerate(table) for c, _ in enumerate(row)]
    primary = [(r, c) for r, c in every if 0 < table[r][c] < least]
    hidden = [tuple(cell) for cell in got["suppressed"]]
    if not set(primary) <= set(hidden):
        yield f"primary cells {primary} are not all hidden: {hidden}"
    found = derivable(table, hidden) if hidden else []
    if found and sorted(found) != sorted(map(tuple, got["derivable"])):
        yield f"derivable by linear programming: {found}, told {got['derivable']}"
    extra = len(hidden) - len(primary)
    if got["derivable"] or extra == 0:
        return
    # Zeros are hidden only where it does not go without.
    zeros = any(table[r][c] == 0 for r, c in hidden)
    others = [(r, c) for r, c in every if (r, c) not in primary and (zeros or table[r][c] > 0)]
    for smaller in range(extra):
        if math.comb(len(others), smaller) > 300:
            break
        for added in itertools.combinations(others, smaller):
            if not derivable(table, primary + list(added)):
                yield f"{extra} further cells, but {smaller} do: {added}"
                return


def packages(method, request):
    """What a package of PyPI says, where it can be asked."""
    if method == "krippendorff_alpha":
        import krippendorff
        import numpy as np

        rows = request["coders_by_units"]
        if any(isinstance(value, str) for row in rows for value in row):
            return {}
        data = np.array([[np.nan if value is None else value for value in row] for row in rows], dtype=float)
        answer = {}
        for level in ("nominal", "ordinal", "interval"):
            try:
                answer[level] = float(krippendorff.alpha(reliability_data=data, level_of_measurement=level))
            except (ValueError, AssertionError):
                return {}
        return answer if all(map(math.isfinite, answer.values())) else {}
    if method == "cohen_kappa":
        from statsmodels.stats.inter_rater import cohens_kappa

        table = request["table"]
        if len(table) < 2 or not sum(map(sum, table)):
            return {}
        answer = {}
        for name, weights in (("unweighted", None), ("linear", "linear"), ("quadratic", "quadratic")):
            import numpy as np

            with np.errstate(all="ignore"):
                found = cohens_kappa(np.array(table, dtype=float), wt=weights)
            if not math.isfinite(found.kappa) or not found.std_kappa > 1e-7:
                return {}
            answer[name] = {"kappa": float(found.kappa), "se": float(found.std_kappa)}
        return answer
    if method == "fleiss_kappa":
        import numpy as np
        from statsmodels.stats.inter_rater import fleiss_kappa

        with np.errstate(all="ignore"):
            value = float(fleiss_kappa(np.array(request["counts"])))
        return {"kappa": value} if math.isfinite(value) else {}
    if method == "cronbach_alpha":
        import pandas
        import pingouin

        rows = request["rows"]
        if request["reverse"] or len(request["items"]) < 2 or any(None in row for row in rows) or len(rows) < 3:
            return {}
        frame = pandas.DataFrame(rows, dtype=float)
        if frame.sum(axis=1).std() == 0:
            return {}
        alpha, _ = pingouin.cronbach_alpha(frame)
        return {"listwise": {"alpha": float(alpha)}}
    return {}


def in_r(method, requests):
    """Asks R about all requests at once, where it is installed and the method is written there."""
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "scales_model.R")
    if method not in ("omega_one_factor", "cronbach_alpha", "rake", "kendall_w"):
        return [{} for _ in requests]
    with tempfile.TemporaryDirectory() as folder:
        given = os.path.join(folder, "requests.R")
        with open(given, "w", encoding="utf-8") as file:
            file.write("requests <- list(\n" + ",\n".join(map(r_value, requests)) + ")\n")
        done = subprocess.run(["Rscript", script, method, given], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-800:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def r_value(value):
    if value is None:
        return "NA"
    if isinstance(value, dict):
        return "list(" + ", ".join(f"`{name}` = {r_value(entry)}" for name, entry in value.items()) + ")"
    if isinstance(value, list):
        return "list(" + ", ".join(map(r_value, value)) + ")"
    return json.dumps(value, ensure_ascii=False)


def main():
    command = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20240430
    only = sys.argv[4:] or list(scales_cases.CASES)
    compared = wrong = 0
    for method in only:
        rng = random.Random(f"{seed} {method}")
        inputs = [scales_cases.CASES[method](rng) for _ in range(count)]
        answers = ask(command, [{"method": method, "input": request, "base_dir": "."} for request in inputs])
        tolerance = TOLERANCE.get(method, 1e-12)
        sources = [("R", in_r(method, inputs))]
        if method != "suppress_table":
            sources += [("model", [getattr(scales_models, method)(request) for request in inputs])]
            sources += [("PyPI", [packages(method, request) for request in inputs])]
        for at, (request, got) in enumerate(zip(inputs, answers)):
            found = list(suppression(request, got)) if method == "suppress_table" else []
            compared += method == "suppress_table"
            for source, expected in sources:
                compared += bool(expected[at])
                if source == "R" and method == "omega_one_factor" and abs((expected[at].get("omega") or 0) - (sources[1][1][at]["omega"] or 0)) > 1e-4:
                    continue  # factanal stops at the minimum next to its start, the model looks for the lowest
                wider = max(tolerance, 1e-9 if source == "PyPI" else 0, 1e-5 if method == "omega_one_factor" else 0)
                found += [f"{source} {text}" for text in differences(expected[at], got, wider)]
            if found:
                wrong += 1
                if wrong < 30:
                    print(method, json.dumps(request)[:600], "\n   ", "\n    ".join(found[:4]))
        print(f"  {method}: {count} requests", flush=True)
    print(f"{compared} compared, {wrong} differ")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
