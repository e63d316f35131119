#!/usr/bin/env python3
"""Writes tests/vectors-survey/distribution.json: values of the distribution functions in 60-digit arithmetic, for corners that
specfun.json does not have. `points.py > ../vectors-survey/distribution.json`"""
import json
from math import comb
from fractions import Fraction as F
from mpmath import mp, mpf, betainc, gammainc
mp.dps = 60
points = []
def point(fn, args, value): points.append({"fn": fn, "args": args, "value": float(value)})
def beta_lower(a, b, x): return betainc(mpf(a), mpf(b), 0, mpf(x), regularized=True)
# Not the integral from x to 1, which mpmath takes as a difference.
def beta_upper(a, b, x): return betainc(mpf(b), mpf(a), 0, 1 - mpf(x), regularized=True)
for a, b in [(0.5, 0.5), (0.01, 3), (3, 0.01), (0.3, 40.5), (1, 1), (2.5, 200.25), (60, 60), (500.5, 0.5)]:
    for x in [1e-12, 0.001, 0.1, 0.2, 0.375, 0.5, 0.625, 0.9, 0.999]:
        lower, upper = beta_lower(a, b, x), beta_upper(a, b, x)
        if lower > 1e-290: point("beta_inc", [a, b, x], lower)
        if upper > 1e-290: point("beta_sf", [a, b, x], upper)
for a, x in [(0.5, 1e-9), (0.5, 0.3), (0.5, 5), (0.5, 640), (3, 0.01), (3, 4), (40.5, 20), (40.5, 41), (40.5, 90), (40.5, 600), (1000, 800), (1000, 1000), (1000, 1300)]:
    point("gamma_p", [a, x], gammainc(mpf(a), 0, mpf(x), regularized=True)); point("gamma_q", [a, x], gammainc(mpf(a), mpf(x), regularized=True))
# Whole parameters: sums of whole numbers.
for a, b, x in [(200, 800, F(1, 4)), (200, 800, F(1, 8)), (1500, 1500, F(1, 2)), (1500, 1500, F(9, 16)), (40, 3000, F(1, 64))]:
    n = a + b - 1; terms = [comb(n, j) * x.numerator ** j * (x.denominator - x.numerator) ** (n - j) for j in range(n + 1)]; whole = x.denominator ** n
    point("beta_inc", [a, b, float(x)], mpf(sum(terms[a:])) / whole); point("beta_sf", [a, b, float(x)], mpf(sum(terms[:a])) / whole)
for f, d1, d2 in [(0.01, 1, 1), (1, 3, 7), (30, 3, 7), (1.4, 100, 1900), (4, 50, 50), (40, 7, 300)]:
    point("f_sf", [f, d1, d2], beta_upper(mpf(d1) / 2, mpf(d2) / 2, mpf(d1) * mpf(f) / (mpf(d1) * mpf(f) + d2)))
for k, n, p in [(1, 5, 0.5), (40, 100, 0.25), (99, 100, 0.25), (400, 1000, 0.25), (1500, 4000, 0.25), (3, 1000, 0.0078125), (900, 1000, 0.75)]:
    q = F(p); point("binom_sf", [k, n, p], mpf((s := sum(comb(n, j) * q ** j * (1 - q) ** (n - j) for j in range(k, n + 1))).numerator) / s.denominator)
def hyper(draws, marked, unmarked): return lambda k: F(comb(marked, k) * comb(unmarked, draws - k), comb(marked + unmarked, draws)) if 0 <= k <= draws and draws - k >= 0 else F(0)
for k, draws, marked, unmarked in [(0, 5, 5, 5), (5, 5, 5, 5), (3, 10, 40, 110), (60, 69, 120, 30), (69, 69, 120, 30), (10, 400, 300, 3100), (100, 400, 300, 3100), (1, 300, 1000, 2400), (250, 300, 1000, 2400), (0, 3000, 2, 100000)]:
    of = hyper(draws, marked, unmarked); value = lambda f: mpf(f.numerator) / f.denominator
    point("hypergeom_pmf", [k, draws, marked, unmarked], value(of(k)))
    point("hypergeom_at_most", [k, draws, marked, unmarked], value(sum((of(j) for j in range(0, k + 1)), F(0))))
    point("hypergeom_at_least", [k, draws, marked, unmarked], value(sum((of(j) for j in range(k, min(draws, marked) + 1)), F(0))))
points = [p for p in points if p["value"] > 1e-300]
print(json.dumps({"note": "made by tests/differential/points.py in 60-digit arithmetic", "points": points}, indent=1))
