"""Naive models in exact arithmetic: fractions, whole numbers of any size, and 50 digits where a root is to be taken."""
import itertools, json
from decimal import Decimal
from fractions import Fraction as F
from math import comb
from mpmath import mp, mpf, sqrt, findroot, erfc, erfinv, gamma, betainc, beta as beta_function
mp.dps = 50

def frac(value): return F(Decimal(str(value)))
def real(fraction): return mpf(fraction.numerator) / fraction.denominator if isinstance(fraction, F) else mpf(fraction)
def z_of(level, sides=2): return sqrt(2) * erfinv(1 - 2 * real((1 - frac(level)) / sides))
def two_sided(z): return erfc(abs(z) / sqrt(2))
def num(value): return None if value is None else float(real(value))
def pair(ends): return None if ends is None else [num(ends[0]), num(ends[1])]

LEVELS = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999]

# One proportion
def wilson(p, n, z):
    p, n = real(p), real(n); under = 1 + z * z / n; half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    low, high = (p + z * z / (2 * n) - half) / under, (p + z * z / (2 * n) + half) / under
    return (mpf(0) if p == 0 else low, mpf(1) if p == 1 else high)

def wilson_cc(x, n, z):
    x, n = real(x), real(n); p = x / n; q = 1 - p
    low = (2 * x + z * z - 1 - z * sqrt(max(mpf(0), z * z - 2 - 1 / n + 4 * p * (n * q + 1)))) / (2 * (n + z * z))
    high = (2 * x + z * z + 1 + z * sqrt(max(mpf(0), z * z + 2 - 1 / n + 4 * p * (n * q - 1)))) / (2 * (n + z * z))
    # Of less than half a person the correction takes what there is.
    return (mpf(0) if 2 * x <= 1 else max(mpf(0), low), mpf(1) if 2 * (n - x) <= 1 else min(mpf(1), high))

def wald(p, n, z):
    half = z * sqrt(p * (1 - p) / n); return (max(mpf(0), p - half), min(mpf(1), p + half))

def proportion(x, n, level):
    if frac(n) == 0: return {name: None for name in ("estimate", "wald", "wilson", "wilson_cc", "clopper_pearson", "mid_p", "agresti_coull", "jeffreys")}
    fx, fn, z = frac(x), frac(n), z_of(level); p = real(fx / fn)
    more = real(fn) + z * z
    return {"estimate": num(fx / fn), "wald": pair(wald(p, real(fn), z)), "wilson": pair(wilson(p, fn, z)), "wilson_cc": pair(wilson_cc(fx, fn, z)),
            "agresti_coull": pair(wald((real(fx) + z * z / 2) / more, more, z))}

# Two proportions
def difference(x1, n1, x2, n2, level):
    if not n1 or not n2: return {"diff": None, "newcombe": None, "newcombe_cc": None, "agresti_caffo": None, "miettinen_nurminen": None, "z_pooled": None, "p_z": None, "p_fisher": None}
    z = z_of(level); p1, p2 = real(F(x1, n1)), real(F(x2, n2)); d = p1 - p2
    def add(one, two): return (d - sqrt((p1 - one[0]) ** 2 + (two[1] - p2) ** 2), d + sqrt((one[1] - p1) ** 2 + (p2 - two[0]) ** 2))
    a1, a2 = real(F(x1 + 1, n1 + 2)), real(F(x2 + 1, n2 + 2)); half = z * sqrt(a1 * (1 - a1) / (n1 + 2) + a2 * (1 - a2) / (n2 + 2))
    pooled = F(x1 + x2, n1 + n2)
    zp = None if pooled in (0, 1) else d / sqrt(real(pooled * (1 - pooled) * (F(1, n1) + F(1, n2))))
    m, total = x1 + x2, comb(n1 + n2, x1 + x2); weight = lambda k: comb(n1, k) * comb(n2, m - k)
    fisher = F(sum(w for k in range(max(0, m - n2), min(m, n1) + 1) if (w := weight(k)) <= weight(x1)), total)
    return {"p1": num(F(x1, n1)), "p2": num(F(x2, n2)), "diff": num(F(x1, n1) - F(x2, n2)), "newcombe": pair(add(wilson(p1, n1, z), wilson(p2, n2, z))),
            "newcombe_cc": pair(add(wilson_cc(x1, n1, z), wilson_cc(x2, n2, z))),
            "agresti_caffo": pair((max(mpf(-1), a1 - a2 - half), min(mpf(1), a1 - a2 + half))), "miettinen_nurminen": pair(miettinen(x1, n1, x2, n2, z)),
            "z_pooled": num(zp), "p_z": 1.0 if zp is None else num(two_sided(zp)), "p_fisher": num(fisher)}

def falling_root(f, low, high):
    low, high = mpf(low), mpf(high)
    for _ in range(110):
        middle = (low + high) / 2
        if f(middle) > 0: low = middle
        else: high = middle
    return (low + high) / 2

def miettinen(x1, n1, x2, n2, z):
    """By the closed form of the cubic (Farrington & Manning 1990), arc cosine clamped."""
    old, mp.dps = mp.dps, 34
    d = mpf(x1) / n1 - mpf(x2) / n2; N = n1 + n2
    def statistic(delta):
        l3, l2 = mpf(N), (n1 + 2 * n2) * delta - N - (x1 + x2)
        l1, l0 = (n2 * delta - N - 2 * x2) * delta + (x1 + x2), x2 * delta * (1 - delta)
        q = l2 ** 3 / (3 * l3) ** 3 - l1 * l2 / (6 * l3 ** 2) + l0 / (2 * l3)
        root = l2 ** 2 / (3 * l3) ** 2 - l1 / (3 * l3); p = (1 if q >= 0 else -1) * sqrt(max(mpf(0), root))
        ratio = mpf(0) if p == 0 else max(mpf(-1), min(mpf(1), q / p ** 3))
        a = (mp.pi + mp.acos(ratio)) / 3
        p2 = min(mpf(1), max(mpf(0), 2 * p * mp.cos(a) - l2 / (3 * l3))); p1 = min(mpf(1), max(mpf(0), p2 + delta))
        return (d - delta), (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * N / (N - 1)
    def end(sign):
        def f(delta):
            off, variance = statistic(delta); return off - sign * z * sqrt(variance)
        return falling_root(f, -1, d) if sign > 0 else falling_root(f, d, 1)
    ends = (end(1), end(-1)); mp.dps = old
    return ends

def paired(a, b, c, d, level):
    n, z = a + b + c + d, z_of(level)
    chi = F((b - c) ** 2, b + c) if b + c else None; cc = F(max(abs(b - c) - 1, 0) ** 2, b + c) if b + c else None
    m, N = min(b, c), b + c
    tail = F(sum(comb(N, k) for k in range(m + 1)), 2 ** N); here = F(comb(N, m), 2 ** N)
    out = {"n": n, "chi2": num(chi), "chi2_cc": num(cc), "p_chi2": 1.0 if chi is None else num(two_sided(sqrt(real(chi)))), "p_chi2_cc": 1.0 if cc is None else num(two_sided(sqrt(real(cc)))),
           "p_exact": num(min(F(1), 2 * tail)), "p_mid": 1.0 if not N else num(1 - here / 2 if b == c else 2 * tail - here)}
    if not n: return out | {"p_first": None, "newcombe10": None, "tango": None}
    p1, p2 = F(a + b, n), F(a + c, n); w1, w2 = wilson(p1, n, z), wilson(p2, n, z); r1, r2, dd = real(p1), real(p2), real(F(b - c, n))
    margins = (a + b) * (c + d) * (a + c) * (b + d); cross = a * d - b * c
    if cross > 0: cross = max(F(cross) - F(n, 2), F(0))
    phi = real(F(cross)) / sqrt(mpf(margins)) if margins else mpf(0)
    e1, e2, f1, f2 = r1 - w1[0], w1[1] - r1, r2 - w2[0], w2[1] - r2
    def tango(b, c):
        def f(delta):
            A, B, C = 2 * n, -b - c + (2 * n - b + c) * delta, -c * delta * (1 - delta)
            q = (sqrt(max(mpf(0), B * B - 4 * A * C)) - B) / (2 * A)
            return b - c - n * delta - z * sqrt(max(mpf(0), n * (2 * q + delta * (1 - delta))))
        return falling_root(f, -1, mpf(b - c) / n)
    return out | {"p_first": num(p1), "p_second": num(p2), "diff_first_minus_second": num(F(b - c, n)),
                  "newcombe10": pair((dd - sqrt(max(mpf(0), e1 ** 2 - 2 * phi * e1 * f2 + f2 ** 2)), dd + sqrt(max(mpf(0), e2 ** 2 - 2 * phi * e2 * f1 + f1 ** 2)))), "tango": pair((tango(b, c), -tango(c, b)))}

# Ranks
def doubled_ranks(values):
    ordered = sorted(values); first = {}
    for at, value in enumerate(ordered): first.setdefault(value, []).append(at + 1)
    return [first[value][0] + first[value][-1] for value in values]

def distribution(ranks):
    counts = {0: 1}
    for rank in ranks:
        more = dict(counts)
        for s, c in counts.items(): more[s + rank] = more.get(s + rank, 0) + c
        counts = more
    return counts

def wilcoxon(first, second):
    d = [frac(a) - frac(b) for a, b in zip(first, second)]; zeros = sum(x == 0 for x in d)
    def test(ranks):
        plus, total = sum(r for r, s in ranks if s > 0), sum(r for r, _ in ranks); minus = total - plus
        base = {"n_used": len(ranks), "n_zero": zeros, "w_plus": plus / 2, "w_minus": minus / 2}
        if not ranks:
            p = 1.0 if zeros else None
            return base | {name: p for name in ("p_two", "p_greater", "p_less", "p_norm", "p_norm_cc")} | {"z": None, "z_cc": None, "rank_biserial": None}
        counts, all_ = distribution([r for r, _ in ranks]), 2 ** len(ranks)
        greater, less = F(sum(c for s, c in counts.items() if s >= plus), all_), F(sum(c for s, c in counts.items() if s <= plus), all_)
        sd = sqrt(mpf(sum(r * r for r, _ in ranks))); e = plus - minus; z = e / sd; cc = (1 if e > 0 else -1 if e < 0 else 0) * max(abs(e) - 2, 0) / sd
        return base | {"p_two": num(min(F(1), 2 * min(greater, less))), "p_greater": num(greater), "p_less": num(less), "z": num(z), "p_norm": num(two_sided(z)), "z_cc": num(cc), "p_norm_cc": num(two_sided(cc)), "rank_biserial": num(F(e, total))}
    used = [x for x in d if x]
    pratt = [(r, x) for r, x in zip(doubled_ranks([abs(x) for x in d]), d) if x]
    return {"wilcox": test(list(zip(doubled_ranks([abs(x) for x in used]), used))), "pratt": test(pratt)}

def hodges(first, second, level):
    d = sorted(frac(a) - frac(b) for a, b in zip(first, second)); n = len(d)
    if not n: return {"estimate": None, "ci": None, "achieved_conf": None}
    walsh = sorted((d[i] + d[j]) / 2 for i in range(n) for j in range(i, n)); m = len(walsh)
    counts = distribution(range(1, n + 1)); outside, below, q = (1 - frac(level)) / 2, F(0), 0
    while below + F(counts[q], 2 ** n) < outside: below += F(counts[q], 2 ** n); q += 1
    if q == 0: q, below = 1, F(1, 2 ** n)
    return {"estimate": num((walsh[(m - 1) // 2] + walsh[m // 2]) / 2), "ci": pair((walsh[q - 1], walsh[m - q])), "achieved_conf": num(max(F(0), 1 - 2 * below))}

def mann_whitney(x, y):
    m, n = len(x), len(y)
    names = ("u1", "u2", "cliffs_delta", "z", "p_norm", "z_cc", "p_norm_cc", "p_greater", "p_less", "p_two_doubled", "p_two_dist")
    if not m or not n: return {name: None for name in names}
    values = [frac(v) for v in x + y]; ranks = doubled_ranks(values); u2x = sum(ranks[:m]) - m * (m + 1); e = u2x - m * n
    counts = {(0, 0): 1}
    for rank in ranks:
        more = dict(counts)
        for (k, s), c in counts.items():
            if k < m: more[k + 1, s + rank] = more.get((k + 1, s + rank), 0) + c
        counts = more
    sums = {s - m * (m + 1) - m * n: c for (k, s), c in counts.items() if k == m}; total = comb(m + n, m)
    share = lambda keep: F(sum(c for s, c in sums.items() if keep(s)), total)
    greater, less, far = share(lambda s: s >= e), share(lambda s: s <= e), share(lambda s: abs(s) >= abs(e))
    N = m + n; tied = sum(t ** 3 - t for t in (values.count(v) for v in set(values))); var = F(m * n, 12) * (N + 1 - F(tied, N * (N - 1)))
    z = None if var == 0 else mpf(e) / 2 / sqrt(real(var)); cc = None if var == 0 else (1 if e > 0 else -1) * mpf(max(abs(e) - 1, 0)) / 2 / sqrt(real(var))
    one = lambda z: 1.0 if z is None else num(two_sided(z))
    return {"u1": u2x / 2, "u2": (2 * m * n - u2x) / 2, "cliffs_delta": num(F(e, m * n)), "z": num(z), "p_norm": one(z), "z_cc": num(cc), "p_norm_cc": one(cc), "p_greater": num(greater), "p_less": num(less),
            "p_two_doubled": num(min(F(1), 2 * min(greater, less))), "p_two_dist": num(far)}

# Means
def t_two_sided(t, df): return betainc(real(df) / 2, mpf(1) / 2, 0, real(df) / (real(df) + t * t), regularized=True)
def hedges(df): return None if df < 2 else gamma(mpf(df) / 2) / (sqrt(mpf(df) / 2) * gamma(mpf(df - 1) / 2))
def squares(v): mean = sum(v) / len(v); return sum((x - mean) ** 2 for x in v)

def paired_t(first, second):
    a, b = [frac(v) for v in first], [frac(v) for v in second]; d = [x - y for x, y in zip(a, b)]; n = len(d)
    out = {"n": n, "mean_diff": num(sum(d) / n) if n else None}
    if n < 2: return out | {name: None for name in ("sd_diff", "t", "df", "p_two", "ci", "d_z", "g_z", "d_av", "d_rms", "r")}
    m = real(sum(d) / n); sd = sqrt(real(squares(d) / (n - 1))); s1, s2 = sqrt(real(squares(a) / (n - 1))), sqrt(real(squares(b) / (n - 1)))
    t = m / sd * sqrt(mpf(n)) if sd else None; dz = m / sd if sd else None; j = hedges(n - 1)
    ma, mb = sum(a) / n, sum(b) / n; cov = sum((x - ma) * (y - mb) for x, y in zip(a, b))
    return out | {"sd_diff": num(sd), "df": n - 1, "t": num(t), "p_two": None if t is None else num(t_two_sided(t, n - 1)), "d_z": num(dz), "g_z": num(dz * j) if sd and j else None,
                  "d_av": num(m / ((s1 + s2) / 2)) if s1 + s2 else None, "d_rms": num(m / sqrt((s1 ** 2 + s2 ** 2) / 2)) if s1 + s2 else None, "r": num(real(cov) / ((n - 1) * s1 * s2)) if s1 and s2 else None}

def welch(x, y):
    x, y = [frac(v) for v in x], [frac(v) for v in y]; m, n = len(x), len(y); nothing = {name: None for name in ("t", "df", "p_two", "d_s", "g_s")}
    if m < 2 or n < 2: return nothing
    a, b = squares(x) / (m - 1) / m, squares(y) / (n - 1) / n
    if a + b == 0: return nothing
    d = real(sum(x) / m - sum(y) / n); t = d / sqrt(real(a + b)); df = (a + b) ** 2 / (a * a / (m - 1) + b * b / (n - 1)); ds = d / sqrt(real((squares(x) + squares(y)) / (m + n - 2)))
    return {"t": num(t), "df": num(df), "p_two": num(t_two_sided(t, df)), "d_s": num(ds), "g_s": num(ds * hedges(m + n - 2))}

def descriptives(values):
    v = sorted(frac(x) for x in values if x is not None); n = len(v); names = ("mean", "sd", "se", "min", "q1", "median", "q3", "max", "skew_G1", "kurt_G2"); out = {"n": n} | {name: None for name in names}
    if not n: return out
    def quantile(p): h = (n - 1) * p; k = h.numerator // h.denominator; return v[k] + (h - k) * (v[min(k + 1, n - 1)] - v[k])
    out |= {"mean": num(sum(v) / n), "min": num(v[0]), "max": num(v[-1]), "q1": num(quantile(F(1, 4))), "median": num(quantile(F(1, 2))), "q3": num(quantile(F(3, 4)))}
    if n > 1: var = squares(v) / (n - 1); out |= {"sd": num(sqrt(real(var))), "se": num(sqrt(real(var / n)))}
    mean = sum(v) / n; m2, m3, m4 = (sum((x - mean) ** k for x in v) / n for k in (2, 3, 4))
    if n > 2 and m2: out["skew_G1"] = num(sqrt(mpf(n * (n - 1))) / (n - 2) * real(m3) / real(m2) ** mpf(1.5))
    if n > 3 and m2: out["kurt_G2"] = num(F(n - 1, (n - 2) * (n - 3)) * ((n + 1) * (m4 / m2 ** 2 - 3) + 6))
    return out

# Planning and verdicts
def threshold(x, n, t, level):
    t, g = frac(t), 1 - frac(level); at_least = lambda x: sum(comb(n, k) * t ** k * (1 - t) ** (n - k) for k in range(x, n + 1)); at_most = lambda x: sum(comb(n, k) * t ** k * (1 - t) ** (n - k) for k in range(x + 1))
    point = F(x, n) >= t; z = z_of(level, 1); w = wilson(F(x, n), n, z)
    low = t == 0 or at_least(x) <= g; high = at_most(x) >= g
    verdict = lambda low, high: ("met_with_confidence" if low else "met_point_only") if point else ("not_met_inconclusive" if high else "not_met_with_confidence")
    return {"estimate": num(F(x, n)), "point_met": point, "wilson_lower_1s": num(w[0]), "wilson_upper_1s": num(w[1]), "p_greater_exact": num(at_least(x)), "p_less_exact": num(at_most(x)),
            "verdict_wilson": verdict(w[0] >= real(t), w[1] >= real(t)), "verdict_cp": verdict(low, high), "min_x_for_cp_confidence": 0 if t == 0 else next((k for k in range(n + 1) if at_least(k) <= g), None)}

def threshold_finite(x, n, N, t, level):
    t, g = frac(t), 1 - frac(level); total = comb(N, n)
    at_least = lambda K: F(sum(comb(K, k) * comb(N - K, n - k) for k in range(x, n + 1)), total); at_most = lambda K: F(sum(comb(K, k) * comb(N - K, n - k) for k in range(0, x + 1)), total)
    low = next(K for K in range(N + 1) if at_least(K) > g); high = next(K for K in range(N, -1, -1) if at_most(K) > g)
    out = {"k_lower": low, "k_upper": high, "lower": num(F(low, N)), "upper": num(F(high, N)), "worst_case_nonresponse": num(F(x, N)), "best_case_nonresponse": num(F(x + N - n, N))}
    if not n: return out | {"estimate": None, "point_met": None, "verdict": None}
    point = F(x, n) >= t
    return out | {"estimate": num(F(x, n)), "point_met": point, "verdict": ("met_with_confidence" if F(low, N) >= t else "met_point_only") if point else ("not_met_inconclusive" if F(high, N) >= t else "not_met_with_confidence")}

def nps(counts, level):
    n, p, d = sum(counts), sum(counts[9:]), sum(counts[:7]); out = {"n": n, "promoters": p, "passives": n - p - d, "detractors": d}
    if not n: return out | {"nps": None, "se": None, "ci_wald": None}
    score, se = F(100 * (p - d), n), 100 * sqrt(real((F(p + d, n) - F(p - d, n) ** 2) / n)); half = z_of(level) * se
    return out | {"nps": num(score), "se": num(se), "ci_wald": pair((real(score) - half, real(score) + half))}

def finite(y, N, x, n, level):
    v, k = [frac(a) for a in y], len(y); p = F(x, n); out = {"mean": num(sum(v) / k) if k else None, "p": num(p)}
    var = squares(v) / (k - 1) if k > 1 else None
    out |= {"se_no_fpc": None if var is None else num(sqrt(real(var / k))), "se_fpc": None if var is None else num(sqrt(real(var / k * (1 - F(k, N)))))}
    out["se_p_fpc_unbiased"] = num(sqrt(real((1 - F(n, N)) * p * (1 - p) / (n - 1)))) if n > 1 else None
    eff = F(n * (N - 1), N - n) if N > n else None
    return out | {"n_eff_fpc": num(eff), "wilson_fpc": pair((p, p) if eff is None else wilson(p, eff, z_of(level)))}

def sizes(margin, p, level, populations):
    n0 = z_of(level) ** 2 * real(frac(p) * (1 - frac(p))) / real(frac(margin)) ** 2; raw = {N: n0 / (1 + (n0 - 1) / N) for N in populations}
    return {"n0": num(n0), "by_population": {str(N): {"n_raw": num(r), "n": int(mp.ceil(r - mpf("1e-12")))} for N, r in raw.items()}}

def rates(c, e):
    I, P, R, NC, O, U = c["I"], c["P"], c["R"], c["NC"], c["O"], c["UH"] + c["UO"]; known = I + P + R + NC + O
    share = frac(e) if not isinstance(e, str) else (F(known, known + c["NE"]) if known + c["NE"] else None)
    q = lambda a, b: None if b is None or b == 0 else num(F(a) / F(b)); taken = known if not U else (None if share is None else known + share * U); A = I + P
    return {"e": num(share), "RR1": q(I, known + U), "RR2": q(A, known + U), "RR3": q(I, taken), "RR4": q(A, taken), "RR5": q(I, known), "RR6": q(A, known), "COOP1": q(I, A + R + O), "COOP2": q(A, A + R + O), "COOP3": q(I, A + R), "COOP4": q(A, A + R),
            "REF1": q(R, known + U), "REF2": q(R, taken), "REF3": q(R, known), "CON1": q(A + R + O, known + U), "CON2": q(A + R + O, taken), "CON3": q(A + R + O, known)}

# Cases
def numbers(r, n):
    kind = r.randrange(6)
    if kind == 0: return [r.randint(1, 5) for _ in range(n)]
    if kind == 1: return [round(r.gauss(0, 1), 1) for _ in range(n)]
    if kind == 2: return [round(r.uniform(0, 100), 2) for _ in range(n)]
    if kind == 3: return [round(1e6 + r.random(), 3) for _ in range(n)]
    if kind == 4: return [r.choice([0.1, 0.2, 0.3, 0.4]) for _ in range(n)]
    value = r.choice([0, 3, 0.7]); return [value if r.random() < 0.8 else value + 1 for _ in range(n)]

def related(r, first):
    kind = r.randrange(4)
    if kind == 0: return [round(a + r.choice([-0.2, -0.1, 0, 0.1, 0.2]), 3) for a in first]
    if kind == 1: return [round(a + 0.5, 3) for a in first]
    if kind == 2: return list(first)
    return [round(a - abs(round(r.gauss(1, 1), 1)), 3) for a in first]

def checks(r, cases):
    out = []
    def add(method, want, tolerance=(1e-12, 1e-14), tolerances={}, **fields): out.append({"method": method, "peer": "exact", "input": fields, "want": want, "tolerance": tolerance, "tolerances": tolerances})
    for case in range(cases):
        level = r.choice(LEVELS); n = r.choice([0, 1, 2, 3, 5, 10, 20, 60, 150, 1701, 100000, 3000000]); x = r.choice([0, n, r.randint(0, n), min(n, 1)])
        if case % 4 == 0 and n: n = round(r.uniform(0.5, 200), 2); x = round(r.uniform(0, n), 3); x = min(x, n)
        add("proportion_ci", proportion(x, n, level), tolerances={"cc": (1e-12, 1e-13), "wald": (1e-11, 1e-15), "agresti": (1e-11, 1e-15)}, x=x, n=n, conf=level)
        n1, n2 = (r.choice([0, 1, 2, 5, 12, 30, 60, 400]) for _ in "12"); n2 = n1 if case % 3 == 0 else n2; x1, x2 = (r.choice([0, n, r.randint(0, n)]) for n in (n1, n2))
        add("proportion_diff_independent", difference(x1, n1, x2, n2, level), (1e-12, 1e-15), {"miettinen": (1e-9, 1e-11), "newcombe": (1e-11, 1e-14), "agresti": (1e-11, 1e-14)}, x1=x1, n1=n1, x2=x2, n2=n2, conf=level)
        top = r.choice([0, 1, 3, 10, 50, 700]); cells = [r.choice([0, r.randint(0, top)]) for _ in range(4)]
        add("paired_proportions", paired(*cells, level), (1e-12, 1e-300), {"tango": (1e-9, 1e-11), "newcombe10": (1e-11, 1e-14)}, both=cells[0], first_only=cells[1], second_only=cells[2], neither=cells[3], conf=level)
        first = numbers(r, r.choice([0, 1, 2, 3, 5, 8, 14, 30, 60])); second = related(r, first)
        add("wilcoxon_signed_rank", wilcoxon(first, second), (1e-12, 1e-300), first=first, second=second)
        add("hodges_lehmann", hodges(first[:30], second[:30], level), first=first[:30], second=second[:30], conf=level)
        add("paired_t", paired_t(first, second), (1e-12, 1e-300), first=first, second=second, conf=level)
        x, y = numbers(r, r.choice([0, 1, 2, 4, 7, 12])), numbers(r, r.choice([0, 1, 2, 4, 7, 12])); y = [v + 100 for v in y] if r.random() < 0.1 else y
        if case % 3 == 0: y = [r.choice(x) for _ in y] if x else y
        add("mann_whitney", mann_whitney(x, y), (1e-12, 1e-300), x=x, y=y)
        x, y = numbers(r, r.choice([0, 1, 2, 3, 10, 200])), numbers(r, r.choice([0, 1, 2, 3, 10, 200])); add("welch_t", welch(x, y), (1e-12, 1e-300), x=x, y=y)
        values = [None if r.random() < 0.1 else v for v in numbers(r, r.choice([0, 1, 2, 3, 4, 5, 17, 300]))]
        add("descriptives", descriptives(values), (1e-13, 1e-15), values=values)
        n = r.choice([1, 2, 5, 13, 14, 20, 30, 80, 150, 300]); t = r.choice(["0", "0.5", "0.80", "0.8", "0.333", "0.9", "1"]); x = r.choice([0, n, r.randint(0, n), -(-8 * n // 10)]); one = r.choice([0.75, 0.9, 0.95, 0.975, 0.99])
        add("threshold_decision", threshold(x, n, t, one), (1e-12, 1e-300), x=x, n=n, threshold=t, conf_one_sided=one)
        N = r.choice([1, 2, 10, 20, 40, 100, 150]); n = r.choice([0, N, r.randint(0, N), min(N, 1), min(N, 2)]); x = r.choice([0, n, r.randint(0, n)])
        add("threshold_decision_finite", threshold_finite(x, n, N, t, one), x=x, n=n, N=N, threshold=t, conf_one_sided=one)
        counts = [r.choice([0, r.randint(0, r.choice([2, 50, 4000]))]) for _ in range(11)] if case % 10 else [0] * 11
        add("nps", nps(counts, level), (1e-12, 1e-12), counts_0_to_10=counts, conf=level)
        N = r.choice([1, 2, 30, 150, 3400]); n = r.choice([1, N, r.randint(1, N)]); x = r.randint(0, n); y = [round(r.uniform(0, 5), 1) for _ in range(min(n, 40))]
        add("finite_population", finite(y, N, x, n, level), y=y, N=N, x=x, n=n, conf=level)
        margin, p, populations = r.choice([0.01, 0.03, 0.05, 0.1, 0.5]), r.choice([0, 0.1, 0.5, 0.8, 1]), sorted({r.randint(1, 5000) for _ in range(3)} | {150})
        add("sample_size", sizes(margin, p, level, populations), margin=margin, p=p, conf=level, populations=populations)
        counts = {name: r.choice([0, r.randint(0, 90)]) for name in ("I", "P", "R", "NC", "O", "UH", "UO", "NE")}; e = r.choice(["estimated: eligible / (eligible + NE)", 0, 0.25, 1, 0.7])
        add("response_rates", rates(counts, e), counts=counts, e=e)
    # Known numbers. Rounded to the nearest, as Krejcie & Morgan do, 150 would give 108, whose margin is above 5 %.
    add("sample_size", {"by_population": {"150": {"n": 109}, "3400": {"n": 346}}}, margin=0.05, p=0.5, conf=0.95, populations=[150, 3400])
    for n, least in {20: 20, 30: 28, 50: 45, 80: 71, 100: 87, 120: 104, 200: 170, 300: 252, 400: 334, 1000: 822, 3000: 2437}.items():
        add("threshold_decision", {"min_x_for_cp_confidence": least}, x=0, n=n, threshold="0.80", conf_one_sided=0.95)
    return out
