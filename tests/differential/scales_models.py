"""Naive models of the methods of scales, agreement, weights and publication: rationals and plain loops, nothing shared with
the library. Each takes a request's input and gives the fields of `FORMAT.md`."""
import collections
import itertools
import math
from fractions import Fraction as F

import numpy as np
import scipy.optimize
import scipy.stats


def exact(value):
    return None if value is None else F(repr(value))


def root(fraction):
    return math.sqrt(fraction)


def keyed(request):
    low, high = [exact(end) for end in request["scale"]] if request.get("scale") else (None, None)
    reverse = {request["items"].index(item) for item in request.get("reverse", [])}
    rows = []
    for row in request["rows"]:
        answers = []
        for item, answer in enumerate(map(exact, row)):
            if answer is not None and low is not None and not low <= answer <= high:
                answer = None
            answers.append(low + high - answer if answer is not None and item in reverse else answer)
        rows.append(answers)
    return rows, low, high


def covariance(rows, i, j):
    both = [(row[i], row[j]) for row in rows if row[i] is not None and row[j] is not None]
    n = len(both)
    if n < 2:
        return None
    mx, my = sum(x for x, _ in both) / n, sum(y for _, y in both) / n
    return sum((x - mx) * (y - my) for x, y in both) / (n - 1)


def alpha_of(table, items):
    k = len(items)
    if k < 2:
        return None
    cells = [table[i][j] for i in items for j in items]
    if None in cells:
        return None
    total = sum(cells)
    if total <= 0:
        return None
    return F(k, k - 1) * (1 - sum(table[i][i] for i in items) / total)


def alpha_results(rows, k, n, conf):
    table = [[covariance(rows, i, j) for j in range(k)] for i in range(k)]
    everything = list(range(k))
    alpha = alpha_of(table, everything)
    rs = [
        None if table[i][j] is None or not table[i][i] or not table[j][j]
        else float(table[i][j]) / (root(table[i][i]) * root(table[j][j]))
        for i, j in itertools.combinations(everything, 2)
    ]
    mean_r = math.fsum(rs) / len(rs) if rs and None not in rs else None
    std = None
    if mean_r is not None and 1 + (k - 1) * mean_r > 1e-9:
        std = k * mean_r / (1 + (k - 1) * mean_r)
    rest = []
    for item in everything:
        others = [other for other in everything if other != item]
        shared = [table[item][other] for other in others]
        cells = [table[i][j] for i in others for j in others]
        if None in shared + cells or not others or not table[item][item] or sum(cells) <= 0:
            rest.append(None)
        else:
            rest.append(float(sum(shared)) / (root(table[item][item]) * root(sum(cells))))
    ci = None
    if alpha is not None:
        d1, d2 = n - 1, (n - 1) * (k - 1)
        g = (1 - conf) / 2
        ci = [float(1 - (1 - float(alpha)) * scipy.stats.f.ppf(p, d1, d2)) for p in (1 - g, g)]
    return {
        "k": k, "n": n, "alpha": None if alpha is None else float(alpha), "std_alpha": std, "mean_r": mean_r,
        "ci_feldt": ci,
        "alpha_if_deleted": [
            None if a is None else float(a)
            for a in (alpha_of(table, [o for o in everything if o != item]) for item in everything)
        ],
        "item_rest_r": rest,
    }


def cronbach_alpha(request):
    rows, _, _ = keyed(request)
    k = len(request["items"])
    complete = [row for row in rows if None not in row]
    answer = {"listwise": alpha_results(complete, k, len(complete), request["conf"])}
    if len(complete) < len(rows):
        some = [row for row in rows if any(x is not None for x in row)]
        answer["pairwise"] = alpha_results(rows, k, len(some), request["conf"])
    return answer


def scale_score(request):
    rows, low, high = keyed(request)
    k, least = len(request["items"]), request["min_answered"]
    if isinstance(least, float):
        least = exact(least) * k
    scores = []
    for row in rows:
        known = [x for x in row if x is not None]
        scores.append(sum(known) / len(known) if known and len(known) >= least else None)
    scored = [s for s in scores if s is not None]
    n = len(scored)
    mean = sum(scored) / n if n else None
    sd = root(sum((s - mean) ** 2 for s in scored) / (n - 1)) if n > 1 else None
    return {
        "n_rows": len(rows), "n_scored": n, "n_complete": sum(None not in row for row in rows),
        "n_unscored": len(rows) - n, "mean": mean and float(mean) if n else None, "sd": sd,
        "sum_prorated_mean": float(mean * k) if n else None,
        "pomp_mean": float(100 * (mean - low) / (high - low)) if n and low is not None else None,
        "first_20": [None if s is None else float(s) for s in scores[:20]],
    }


def omega_one_factor(request):
    """Maximum likelihood over the logarithms of uniquenesses, from several starts."""
    rows, _, _ = keyed(request)
    k = len(request["items"])
    x = np.array([row for row in rows if None not in row], dtype=float)
    if k < 3 or len(x) < 2 or (x.std(axis=0) == 0).any():
        return {"omega": None}
    r = np.corrcoef(x.T)
    if np.linalg.eigvalsh(r)[0] < 1e-10:
        return {"omega": None}

    def misfit(logs):
        s = np.exp(-logs / 2)
        values, vectors = np.linalg.eigh(r * np.outer(s, s))
        values, vectors = values[:-1], vectors[:, :-1]
        return (values - np.log(values) - 1).sum(), ((1 - values) * vectors**2).sum(axis=1)

    start = np.log(np.clip((1 - 0.5 / k) / np.diag(np.linalg.inv(r)), 0.005, 1))
    bounds = [(math.log(0.005), 0.0)] * k
    starts = [start, np.full(k, math.log(0.5))]
    for item in range(k):
        other = start.copy()
        other[item] = math.log(0.01)
        starts.append(other)
    fits = [
        scipy.optimize.minimize(
            misfit, begin, jac=True, method="L-BFGS-B", bounds=bounds,
            options={"ftol": 1e-16, "gtol": 1e-11, "maxiter": 5000, "maxfun": 20000, "maxcor": 50},
        )
        for begin in starts
    ]
    fit = min(fits, key=lambda found: found.fun)
    psi = np.exp(fit.x)
    s = np.exp(-fit.x / 2)
    values, vectors = np.linalg.eigh(r * np.outer(s, s))
    loadings = np.sqrt(psi) * vectors[:, -1] * math.sqrt(max(values[-1] - 1, 0))
    if loadings.sum() < 0:
        loadings = -loadings
    total = loadings.sum() ** 2
    return {"n": len(x), "omega": total / (total + psi.sum()), "misfit": fit.fun}


def kappa_of(table, weight):
    k, n = len(table), sum(map(sum, table))
    nothing = {"po": None, "pe": None, "kappa": None, "se": None}
    if n == 0 or weight is None:
        return nothing
    p = [[F(c, n) for c in row] for row in table]
    rows = [sum(row) for row in p]
    columns = [sum(row[j] for row in p) for j in range(k)]
    cells = list(itertools.product(range(k), range(k)))
    po = sum(weight(i, j) * p[i][j] for i, j in cells)
    pe = sum(weight(i, j) * rows[i] * columns[j] for i, j in cells)
    if pe == 1:
        return {"po": float(po), "pe": 1.0, "kappa": None, "se": None}
    kappa = (po - pe) / (1 - pe)
    across = [sum(weight(i, j) * columns[j] for j in range(k)) for i in range(k)]
    down = [sum(weight(i, j) * rows[i] for i in range(k)) for j in range(k)]
    first = sum(p[i][j] * (weight(i, j) - (across[i] + down[j]) * (1 - kappa)) ** 2 for i, j in cells)
    variance = (first - (kappa - pe * (1 - kappa)) ** 2) / (n * (1 - pe) ** 2)
    return {"po": float(po), "pe": float(pe), "kappa": float(kappa), "se": root(variance)}


def cohen_kappa(request):
    table = request["table"]
    k = len(table)
    return {
        "unweighted": kappa_of(table, lambda i, j: F(i == j)),
        "linear": kappa_of(table, (lambda i, j: 1 - F(abs(i - j), k - 1)) if k > 1 else None),
        "quadratic": kappa_of(table, (lambda i, j: 1 - F((i - j) ** 2, (k - 1) ** 2)) if k > 1 else None),
    }


def fleiss_kappa(request):
    counts = request["counts"]
    units, raters = len(counts), sum(counts[0])
    if raters < 2:
        return {"kappa": None}
    agree = sum(F(sum(c * (c - 1) for c in row), raters * (raters - 1)) for row in counts) / units
    chance = sum(F(sum(row[j] for row in counts), units * raters) ** 2 for j in range(len(counts[0])))
    return {"kappa": None if chance == 1 else float((agree - chance) / (1 - chance))}


def krippendorff_alpha(request):
    coders = request["coders_by_units"]
    units = [[x for x in unit if x is not None] for unit in zip(*coders)]
    units = [unit for unit in units if len(unit) >= 2]
    values = sorted({x for unit in units for x in unit})
    coincidences = collections.defaultdict(F)
    for unit in units:
        for a, b in itertools.permutations(range(len(unit)), 2):
            coincidences[unit[a], unit[b]] += F(1, len(unit) - 1)
    totals = {c: sum(coincidences[c, k] for k in values) for c in values}
    n = sum(totals.values())
    number = {v: v if isinstance(v, str) else exact(v) for v in values}

    def ratio(c, k):
        c, k = number[c], number[k]
        return F(0) if c == k else ((c - k) / (c + k)) ** 2

    def ordinal(c, k):
        c, k = sorted((values.index(c), values.index(k)))
        return (sum(totals[values[g]] for g in range(c, k + 1)) - (totals[values[c]] + totals[values[k]]) / 2) ** 2

    levels = {"nominal": lambda c, k: F(c != k)}
    if not any(isinstance(v, str) for v in values):
        levels |= {"ordinal": ordinal, "interval": lambda c, k: (number[c] - number[k]) ** 2, "ratio": ratio}
    answer = {}
    for level, distance in levels.items():
        pairs = list(itertools.product(values, values))
        expected = sum(totals[c] * totals[k] * distance(c, k) for c, k in pairs)
        observed = sum(coincidences[c, k] * distance(c, k) for c, k in pairs)
        answer[level] = None if expected == 0 else float(1 - (n - 1) * observed / expected)
    return answer


def kendall_w(request):
    judges = request["judges_by_objects"]
    m, n = len(judges), len(judges[0])
    sums, ties = [F(0)] * n, 0
    for row in judges:
        ranks = [F(sum(y < x for y in row)) + F(sum(y == x for y in row) + 1, 2) for x in row]
        sums = [a + b for a, b in zip(sums, ranks)]
        ties += sum(c**3 - c for c in collections.Counter(row).values())
    mean = sum(sums) / n
    below = m * m * (n**3 - n) - m * ties
    if n < 2 or below == 0:
        return {"m": m, "n": n, "w": None, "chi2": None, "p": None}
    w = 12 * sum((s - mean) ** 2 for s in sums) / below
    chi2 = float(m * (n - 1) * w)
    return {"m": m, "n": n, "w": float(w), "chi2": chi2, "df": n - 1, "p": scipy.stats.chi2.sf(chi2, n - 1)}


def kish(request):
    weights = [exact(w) for w in request["weights"] if w]
    if not weights:
        return {"deff_w": None, "n_eff": None}
    n_eff = sum(weights) ** 2 / sum(w * w for w in weights)
    return {"deff_w": float(len(weights) / n_eff), "n_eff": float(n_eff)}


def poststratify(request):
    counts = collections.Counter(request["stratum"])
    weights = {h: F(request["population"][h], c) for h, c in counts.items()}
    every = [weights[h] for h in request["stratum"]]
    n_eff = sum(every) ** 2 / sum(w * w for w in every)
    mean = sum(w * exact(y) for w, y in zip(every, request["y"])) / sum(every)
    return {
        "weights_by_stratum": {h: float(w) for h, w in weights.items()}, "mean_y": float(mean),
        "deff_w": float(len(every) / n_eff), "n_eff": float(n_eff),
    }


def rake(request):
    rows, variables, targets = request["rows"], request["variables"], request["targets"]
    w = np.ones(len(rows))
    groups = [
        (np.array([row[v] == category for row in rows]), target)
        for v, name in enumerate(variables) for category, target in targets[name].items()
    ]
    for _ in range(5000):
        for own, target in groups:
            w[own] *= target / w[own].sum()
        if max(abs(w[own].sum() / target - 1) for own, target in groups) < 1e-14:
            break
    y = np.array(request["y"], dtype=float)
    return {
        "weight_by_cell": {"|".join(row): float(x) for row, x in zip(rows, w)}, "sum": float(w.sum()),
        "mean_y": float((w * y).sum() / w.sum()), "deff_w": float(len(w) * (w**2).sum() / w.sum() ** 2),
        "n_eff": float(w.sum() ** 2 / (w**2).sum()),
    }


def wilson(x, n, conf):
    if n == 0:
        return None
    z = scipy.stats.norm.isf((1 - conf) / 2)
    p = x / n
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    low, high = (p + z * z / (2 * n) - half) / (1 + z * z / n), (p + z * z / (2 * n) + half) / (1 + z * z / n)
    return [0.0 if x == 0 else low, 1.0 if x == n else high]


def weighted_proportion(request):
    both = [(y, exact(w)) for y, w in zip(request["y"], request["w"]) if y is not None and w]
    n = len(both)
    if n == 0:
        return {"n": 0, "p": None, "se_linearised_wr": None, "n_eff_kish": None, "wilson_n_eff": None}
    total = sum(w for _, w in both)
    p = sum(y * w for y, w in both) / total
    se = root(F(n, n - 1) * sum((w * (y - p)) ** 2 for y, w in both)) / float(total) if n > 1 else None
    n_eff = total**2 / sum(w * w for _, w in both)
    return {
        "n": n, "p": float(p), "se_linearised_wr": se, "n_eff_kish": float(n_eff), "deff_kish": float(n / n_eff),
        "wilson_n_eff": wilson(float(p) * float(n_eff), float(n_eff), request["conf"]),
    }


def response_quality(request):
    rows = [[exact(x) for x in row] for row in request["rows"]]
    longest, spreads = [], []
    for row in rows:
        values = row if request["run_broken_by_missing"] else [x for x in row if x is not None]
        runs = [len(list(run)) for value, run in itertools.groupby(values) if value is not None]
        longest.append(max(runs, default=0))
        known = [x for x in row if x is not None]
        if len(known) >= 2:
            mean = sum(known) / len(known)
            spreads.append(sum((x - mean) ** 2 for x in known) / (len(known) - 1))
    groups = [c for c in collections.Counter(map(tuple, rows)).values() if c > 1]
    return {
        "longstring_histogram": {str(k): v for k, v in collections.Counter(longest).items()},
        "longstring_max": max(longest), "rows_longstring_ge_8": sum(x >= 8 for x in longest),
        "irv_mean": math.fsum(map(root, spreads)) / len(spreads) if spreads else None,
        "irv_below_0_5": sum(s < F(1, 4) for s in spreads),
        "rows_in_identical_vectors": sum(groups), "identical_vector_groups": len(groups),
    }
