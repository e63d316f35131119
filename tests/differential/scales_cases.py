"""Random requests of the methods of scales, agreement, weights and publication: ordinary ones, and many with ties, zeros, empty
groups, one row, no variation and missing answers of every kind."""


def answers(rng, rows, items, low, high, missing, decimals=False):
    general = [rng.gauss(0, 1) for _ in range(rows)]
    mode = rng.random()

    def answer(row):
        if rng.random() < missing:
            return None
        if mode < 0.15:
            return low
        value = (low + high) / 2 + (high - low) / 4 * (general[row] + rng.gauss(0, rng.choice([0.0, 0.5, 1.0, 3.0])))
        value = min(high, max(low, value))
        return round(value, 1) if decimals else round(value)

    table = [[answer(row) for _ in range(items)] for row in range(rows)]
    if rng.random() < 0.2:
        constant = rng.randrange(items)
        for row in table:
            row[constant] = low
    return table


def scale(rng):
    items = rng.choice([1, 2, 3, 4, 5, 8, 12])
    names = [f"q{item}" for item in range(items)]
    low, high = rng.choice([(1, 5), (0, 4), (1, 4), (0, 10), (-2, 2)])
    rows = answers(rng, rng.choice([1, 2, 3, 5, 10, 40, 150]), items, low, high, rng.choice([0, 0, 0.05, 0.3, 0.8]),
                   rng.random() < 0.2)
    reverse = [name for name in names if rng.random() < 0.3]
    return {"items": names, "reverse": reverse, "scale": [low, high], "rows": rows, "conf": rng.choice([0.95, 0.9])}


def factor(rng):
    items, rows = rng.choice([3, 4, 5, 6, 10]), rng.choice([12, 30, 80, 200])
    loadings = [rng.uniform(-0.2, 0.95) for _ in range(items)]
    table = []
    for _ in range(rows):
        general = rng.gauss(0, 1)
        values = [load * general + (1 - load**2) ** 0.5 * rng.gauss(0, 1) for load in loadings]
        table.append([min(5, max(1, round(3 + 1.2 * value))) for value in values])
    return {"items": [f"q{i}" for i in range(items)], "reverse": [], "scale": [1, 5], "rows": table}


def scored(rng):
    request = scale(rng)
    items = len(request["items"])
    request["min_answered"] = rng.choice([1, max(1, items // 2), items, 0.5, 0.6])
    return request


def square(rng):
    size, spread = rng.choice([1, 2, 3, 4, 6]), rng.choice([0, 1, 3, 20, 500])
    table = [[rng.randint(0, spread) for _ in range(size)] for _ in range(size)]
    mode = rng.random()
    if mode < 0.15:
        table = [[cell if i == j else 0 for j, cell in enumerate(row)] for i, row in enumerate(table)]
    elif mode < 0.25:
        table = [[cell if i == j == 0 else 0 for j, cell in enumerate(row)] for i, row in enumerate(table)]
    elif mode < 0.35:
        table[rng.randrange(size)] = [0] * size
    return {"table": table, "conf": 0.95}


def ratings(rng):
    units, categories, raters = rng.choice([1, 2, 5, 20]), rng.choice([1, 2, 3, 5]), rng.choice([1, 2, 3, 7])
    counts = []
    for _ in range(units):
        row = [0] * categories
        favourite = rng.randrange(categories)
        for _ in range(raters):
            row[favourite if rng.random() < 0.6 else rng.randrange(categories)] += 1
        counts.append(row)
    return {"counts": counts}


def coded(rng):
    coders, units = rng.choice([2, 2, 3, 5]), rng.choice([1, 2, 5, 12, 30])
    values = rng.choice([[0, 1], [1, 2, 3, 4, 5], [0, 0.5, 1.5, 10], [1], ["a", "b", "c"], [-1, 0, 2]])
    noise, missing = rng.choice([0, 0.1, 0.5]), rng.choice([0, 0.2, 0.6])
    truth = [rng.choice(values) for _ in range(units)]
    rows = [
        [None if rng.random() < missing else rng.choice(values) if rng.random() < noise else value for value in truth]
        for _ in range(coders)
    ]
    return {"coders_by_units": rows}


def judged(rng):
    judges, objects = rng.choice([1, 2, 3, 10]), rng.choice([1, 2, 3, 5, 9])
    values = rng.choice([[1, 2, 3, 4, 5], [1], [0.5, 1.5, 2.5], list(range(1, 50))])
    return {"judges_by_objects": [[rng.choice(values) for _ in range(objects)] for _ in range(judges)]}


def weights(rng):
    count = rng.choice([0, 1, 2, 5, 50])
    kind = rng.choice([lambda: rng.uniform(0, 3), lambda: float(rng.randint(0, 2)), lambda: 10 ** rng.uniform(-6, 6)])
    return {"weights": [kind() for _ in range(count)]}


def strata(rng):
    names = ["A", "B", "C", "Ә"][: rng.randint(1, 4)]
    rows = names + [rng.choice(names) for _ in range(rng.choice([0, 3, 40]))]
    return {
        "stratum": rows, "population": {name: rng.randint(1, 5000) for name in names}, "base_weights": None,
        "normalise_to": "population total", "y": [round(rng.uniform(-5, 5), 2) for _ in rows],
    }


def raked(rng):
    first, second = ["E", "H", "M"][: rng.randint(2, 3)], ["No", "Yes"]
    rows = [[a, b] for a in first for b in second] + [[rng.choice(first), rng.choice(second)] for _ in range(40)]
    people = [rng.randint(50, 900) for _ in first]
    no = rng.randint(sum(people) // 4, sum(people) // 2)
    return {
        "rows": rows, "variables": ["a", "b"], "converge_rel": 1e-12,
        "targets": {"a": dict(zip(first, people)), "b": {"No": no, "Yes": sum(people) - no}},
        "y": [rng.randint(0, 100) for _ in rows],
    }


def weighted(rng):
    count = rng.choice([0, 1, 2, 10, 60])
    share = rng.choice([0, 0.3, 0.8, 1])
    return {
        "y": [None if rng.random() < 0.1 else int(rng.random() < share) for _ in range(count)],
        "w": [None if rng.random() < 0.05 else rng.choice([0.0, 0.5, 1.0, round(rng.uniform(0.1, 4), 3)]) for _ in range(count)],
        "conf": 0.95,
    }


def careless(rng):
    request = scale(rng)
    return {"rows": request["rows"], "items": request["items"], "run_broken_by_missing": rng.random() < 0.5}


def table(rng):
    rows, columns = rng.choice([(1, 4), (2, 2), (2, 3), (3, 3), (3, 4), (4, 4), (1, 7)])
    spread = rng.choice([4, 12, 40])
    return {
        "table": [[rng.randint(0, spread) for _ in range(columns)] for _ in range(rows)], "margins_published": True,
        "primary_rule": rng.choice(["0 < count < 3", "0 < count < 5"]),
    }


CASES = {
    "cronbach_alpha": scale, "scale_score": scored, "omega_one_factor": factor, "cohen_kappa": square,
    "fleiss_kappa": ratings, "krippendorff_alpha": coded, "kendall_w": judged, "kish": weights,
    "poststratify": strata, "rake": raked, "weighted_proportion": weighted, "response_quality": careless,
    "suppress_table": table,
}
