"""Shares shrunken by a beta prior, by scipy: posterior quantiles, and the moment estimator in exact fractions.

Run: python3 beta-shares.py > beta-shares.csv
"""
from fractions import Fraction as F
import random

import scipy
from scipy.stats import beta

SETS = [
    [(62, 100), (15, 30), (3, 4)],
    [(0, 12), (9, 10), (4, 9), (1, 1)],
    [(5, 10), (5, 10), (50, 100)],
    [(0, 0), (2, 7), (30, 41), (0, 3), (8, 8)],
    [(1, 40), (30, 40)],
    [(7, 7)],
    [(0, 0), (0, 0)],
    [(3, 3), (5, 5)],
]
random.seed(7)
for _ in range(12):
    groups = []
    for _ in range(random.randint(2, 9)):
        n = random.randint(0, 60)
        groups.append((random.randint(0, n), n))
    SETS.append(groups)


def prior(groups):
    x = sum(F(a) for a, _ in groups)
    n = sum(F(b) for _, b in groups)
    mean = (x + 1) / (n + 2)
    used = [(F(a), F(b)) for a, b in groups if b > 0]
    strength = F(10)
    if len(used) >= 2 and 0 < x < n:
        p = x / n
        spread = sum(b * (a / b - p) ** 2 for a, b in used)
        free = len(used) - 1
        weight = n - sum(b * b for _, b in used) / n - free
        if weight > 0:
            usual = 6 * weight / free
            rho = (spread / (p * (1 - p)) - free + usual / 11) / (weight + usual)
            strength = F(50) if rho <= 0 else min(F(50), max(F(2), 1 / rho - 1))
    return mean * strength, (1 - mean) * strength


print(f"# scipy {scipy.__version__}, beta-shares.py; agreement: relative 1e-9")
print("set;successes;trials;prior_successes;prior_failures;mean;low;high")
for number, groups in enumerate(SETS):
    a, b = prior(groups)
    for x, n in groups:
        mean = (a + x) / (a + b + n)
        low, high = beta.ppf([0.05, 0.95], float(a + x), float(b + n - x))
        print(f"{number};{x};{n};{float(a)!r};{float(b)!r};{float(mean)!r};{float(low)!r};{float(high)!r}")
