"""The usual tools: scipy, statsmodels, pingouin, and R. What each of them is known to get wrong is not asked of it."""
import subprocess, warnings
import numpy as np, pingouin, statsmodels.stats.api as sm
from scipy import optimize, stats
from statsmodels.stats.contingency_tables import mcnemar
from exact import LEVELS, numbers, related
warnings.filterwarnings("ignore")

def checks(r, cases):
    out = []
    def add(method, peer, want, tolerance=(1e-10, 1e-12), **fields):
        clean = lambda v: None if isinstance(v, (float, np.floating)) and not np.isfinite(v) else [clean(w) for w in v] if isinstance(v, (list, tuple)) else float(v) if isinstance(v, np.floating) else v
        out.append({"method": method, "peer": peer, "input": fields, "want": {key: clean(value) for key, value in want.items() if not isinstance(value, dict)} | {key: value for key, value in want.items() if isinstance(value, dict)}, "tolerance": tolerance})
    for case in range(cases):
        level = r.choice(LEVELS); n = r.choice([1, 2, 5, 20, 150, 1701, 100000]); x = r.randint(0, n)
        # statsmodels' ends of Jeffreys' interval at x = 0 and x = n are not those of Brown, Cai & DasGupta.
        kinds = {"wald": "normal", "wilson": "wilson", "clopper_pearson": "beta", "agresti_coull": "agresti_coull"} | ({"jeffreys": "jeffreys"} if 0 < x < n else {})
        clip = lambda ends: [min(1, max(0, float(end))) for end in ends]
        add("proportion_ci", "statsmodels", {name: clip(sm.proportion_confint(x, n, 1 - level, kind)) for name, kind in kinds.items()}, x=x, n=n, conf=level)
        # Fractional counts, and mid-p by its definition, on scipy's beta distribution.
        share = round(r.uniform(0, 1), 2) if case % 2 else 0; fx, fn = round(x * 0.9 + share, 3), n + 1; g = (1 - level) / 2
        if 0 < fx < fn:
            beta = stats.beta; mid = lambda p, x: (beta.cdf(p, x, fn - x + 1) + beta.cdf(p, x + 1, fn - x)) / 2 - g
            low, high = optimize.brentq(mid, 0, 1, args=(fx,), xtol=1e-300, rtol=1e-14), 1 - optimize.brentq(mid, 0, 1, args=(fn - fx,), xtol=1e-300, rtol=1e-14)
            add("proportion_ci", "scipy", {"clopper_pearson": [beta.ppf(g, fx, fn - fx + 1), beta.isf(g, fx + 1, fn - fx)], "jeffreys": [beta.ppf(g, fx + 0.5, fn - fx + 0.5), beta.isf(g, fx + 0.5, fn - fx + 0.5)], "mid_p": [low, high]}, (1e-9, 1e-12), x=fx, n=fn, conf=level)
        n1, n2 = r.choice([3, 12, 60, 400, 20000]), r.choice([3, 12, 60, 400, 20000]); x1, x2 = r.randint(0, n1), r.randint(0, n2)
        newcombe = sm.confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", alpha=1 - level); caffo = sm.confint_proportions_2indep(x1, n1, x2, n2, method="agresti-caffo", alpha=1 - level)
        want = {"newcombe": list(map(float, newcombe)), "agresti_caffo": [max(-1, float(caffo[0])), min(1, float(caffo[1]))]}
        if max(n1, n2) <= 400: want["p_fisher"] = float(stats.fisher_exact([[x1, n1 - x1], [x2, n2 - x2]]).pvalue)
        if 0 < x1 + x2 < n1 + n2: z, p = sm.proportions_ztest([x1, x2], [n1, n2]); want |= {"z_pooled": float(z), "p_z": float(p)}
        add("proportion_diff_independent", "statsmodels", want, (1e-9, 1e-12), x1=x1, n1=n1, x2=x2, n2=n2, conf=level)
        b, c = r.randint(0, r.choice([3, 40, 3000])), r.randint(1, 40)
        # statsmodels corrects b = c below 0.
        want = {"p_exact": float(mcnemar([[5, b], [c, 7]], exact=True).pvalue)} | ({"chi2_cc": float(mcnemar([[5, b], [c, 7]], exact=False, correction=True).statistic), "p_chi2_cc": float(mcnemar([[5, b], [c, 7]], exact=False, correction=True).pvalue)} if b != c else {})
        add("paired_proportions", "statsmodels", want, (1e-9, 1e-300), both=5, first_only=b, second_only=c, neither=7, conf=level)
        first = [r.randint(1, 7) for _ in range(r.choice([5, 20, 300, 3000]))]; second = [min(7, max(1, a + r.choice([-1, 0, 1, 1]))) for a in first]
        if any(a != b for a, b in zip(first, second)):
            want = {}
            for rule in ("wilcox", "pratt"):
                plain, corrected = (stats.wilcoxon(first, second, zero_method=rule, correction=cc, method="approx") for cc in (False, True))
                want[rule] = {"p_norm": float(plain.pvalue), "p_norm_cc": float(corrected.pvalue)}
            add("wilcoxon_signed_rank", "scipy", want, (1e-9, 1e-300), first=first, second=second)
        first = [round(r.gauss(50, 10), 2) for _ in range(r.choice([2, 3, 10, 50, 1000]))]; second = related(r, first); d = np.subtract(first, second)
        if np.std(np.round(d, 6)) > 0.001 and np.std(second) > 0:
            t = stats.ttest_rel(first, second); ci = t.confidence_interval(level)
            add("paired_t", "scipy", {"t": t.statistic, "p_two": t.pvalue, "ci": [ci.low, ci.high], "r": float(np.corrcoef(first, second)[0, 1]), "d_rms": float(pingouin.compute_effsize(first, second, paired=True, eftype="cohen"))}, (1e-8, 1e-300), first=first, second=second, conf=level)
        x, y = [r.randint(0, 10) for _ in range(r.choice([4, 30, 2000]))], [r.randint(2, 11) for _ in range(r.choice([5, 70]))]
        if len(set(x + y)) > 1:
            plain, corrected = (stats.mannwhitneyu(x, y, use_continuity=cc, method="asymptotic") for cc in (False, True))
            add("mann_whitney", "scipy", {"u1": plain.statistic, "p_norm": plain.pvalue, "p_norm_cc": corrected.pvalue}, (1e-9, 1e-300), x=x, y=y)
        if len(set(x)) > 1 or len(set(y)) > 1:
            t = stats.ttest_ind(x, y, equal_var=False); add("welch_t", "scipy", {"t": t.statistic, "p_two": t.pvalue, "df": t.df, "d_s": float(pingouin.compute_effsize(x, y, eftype="cohen"))}, (1e-8, 1e-300), x=x, y=y)
        values = numbers(r, r.choice([5, 40, 1000]))
        if np.std(values) > 1e-9 and np.mean(values) < 1e5:
            add("descriptives", "scipy", {"mean": float(np.mean(values)), "sd": float(np.std(values, ddof=1)), "q1": float(np.percentile(values, 25)), "q3": float(np.percentile(values, 75)), "skew_G1": float(stats.skew(values, bias=False)), "kurt_G2": float(stats.kurtosis(values, bias=False))}, (1e-8, 1e-8), values=values)
        n = r.choice([40, 1701, 100000]); x = r.randint(0, n); t = r.choice([0.8, 0.5, 0.333]); one = r.choice([0.9, 0.95, 0.99])
        test = stats.binomtest(x, n, t, alternative="greater").proportion_ci(one); less = stats.binomtest(x, n, t, alternative="less").proportion_ci(one)
        add("threshold_decision", "scipy", {"p_greater_exact": float(stats.binom.sf(x - 1, n, t)), "p_less_exact": float(stats.binom.cdf(x, n, t)), "cp_lower_1s": test.low, "cp_upper_1s": less.high}, (1e-9, 1e-290), x=x, n=n, threshold=str(t), conf_one_sided=one)
        p = [None if r.random() < 0.1 else r.choice([0.0, 1.0, 0.04, r.random() ** 3]) for _ in range(r.choice([1, 3, 17]))]; given = [q for q in p if q is not None]
        for method, name in (("holm", "holm"), ("benjamini_hochberg", "fdr_bh")):
            adjusted = iter(sm.multipletests(given, method=name)[1].tolist() if given else []); add(method, "statsmodels", {"p_adjusted": [None if q is None else next(adjusted) for q in p]}, p=p)
    return out

def of_r(r, cases, script):
    """The same of R: one process answers all."""
    lines, out = [], []
    def add(method, question, fields, paths, tolerance=(1e-9, 1e-300)): lines.append("\t".join(map(str, question))); out.append((method, fields, paths, tolerance))
    text = lambda values: ",".join(map(repr, values))
    for case in range(max(cases // 2, 1)):
        level = r.choice(LEVELS); x, y = [r.randint(0, 9) for _ in range(r.choice([3, 8, 40]))], [r.randint(1, 12) for _ in range(r.choice([4, 9]))]
        if len(set(x)) > 1: add("welch_t", ["welch", text(x), text(y)], {"x": x, "y": y}, ["t", "df", "p_two"])
        if len(x) <= 8: add("mann_whitney", ["mann_whitney", text(x), text(y)], {"x": x, "y": y}, ["p_two_dist", "p_greater", "p_less"])
        first = [round(r.gauss(5, 2), 4) for _ in range(r.choice([6, 12, 40]))]; second = [round(a - r.gauss(0.4, 1), 4) for a in first]; fields = {"first": first, "second": second, "conf": level}
        add("paired_t", ["paired_t", text(first), text(second), level], fields, ["t", "p_two", "ci/0", "ci/1"], (1e-8, 1e-12))
        # Differences are floating-point numbers to R, so only those without ties are asked; the level that it says is the one asked for.
        add("hodges_lehmann", ["hodges_lehmann", text(first), text(second), level], fields, ["estimate", "ci/0", "ci/1"], (1e-8, 1e-9))
        whole = [r.randint(1, 7) for _ in range(14)]; later = [r.randint(1, 7) for _ in whole]
        if any(a != b for a, b in zip(whole, later)): add("wilcoxon_signed_rank", ["wilcox_exact", text(whole), text(later)], {"first": whole, "second": later}, ["wilcox/p_two", "wilcox/p_greater", "wilcox/p_less"])
        n = r.choice([5, 30, 700]); k = r.randint(0, n)
        # R lowers the correction where x is nearer to n/2 than that.
        if abs(k - n / 2) >= 0.5: add("proportion_ci", ["wilson_cc", k, n, level], {"x": k, "n": n, "conf": level}, ["wilson_cc/0", "wilson_cc/1"], (1e-9, 1e-12))
        add("proportion_ci", ["clopper_pearson", k, n, level], {"x": k, "n": n, "conf": level}, ["clopper_pearson/0", "clopper_pearson/1"], (1e-9, 1e-12))
        n1, n2 = r.choice([4, 20, 90]), r.choice([5, 20, 90]); x1, x2 = r.randint(0, n1), r.randint(0, n2)
        add("proportion_diff_independent", ["fisher", text([x1, n1 - x1, x2, n2 - x2])], {"x1": x1, "n1": n1, "x2": x2, "n2": n2, "conf": level}, ["p_fisher"])
        p = [r.random() ** 4 for _ in range(9)]
        for method in ("holm", "benjamini_hochberg"): add(method, [method, text(p)], {"p": p}, [f"p_adjusted/{at}" for at in range(9)])
    run = subprocess.run(["Rscript", "--vanilla", str(script)], input="\n".join(lines) + "\n", capture_output=True, text=True)
    answers = run.stdout.splitlines()
    if len(answers) != len(lines): raise SystemExit(f"R answered {len(answers)} of {len(lines)}: {run.stderr[-2000:]}")
    checks = []
    for (method, fields, paths, tolerance), answer in zip(out, answers):
        got = answer.split()
        # R has none where the package exactRankTests is missing, or where it stops.
        if got == ["NA"]: continue
        want = {}
        for path, value in zip(paths, got):
            at, *inner = path.split("/")
            if inner and inner[0].isdigit(): want.setdefault(at, []); want[at] += [None] * (int(inner[0]) + 1 - len(want[at])); want[at][int(inner[0])] = float(value)
            elif inner: want.setdefault(at, {})[inner[0]] = float(value)
            else: want[at] = float(value)
        checks.append({"method": method, "peer": "R", "input": fields, "want": want, "tolerance": tolerance})
    return checks
