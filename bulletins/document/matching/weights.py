"""How much each piece of evidence weighs (docs/compare.md).

Fitted by `python -m tests.matching.fitting` on the labelled pairs of tests/matching/tuning,
terse and blind, never on those held out or kept; rounded.
"""

# In the order of ``evidence``; the last is the constant.
ALONE = (3.05, 3.43, 11.96, 3.0, 2.59, 0.11, -0.86, -2.18, -0.32, 0.33, 6.57, -3.66)
# The evidence again, how likely it looked alone and its logit, ``rivalry``, what sentences ask;
# last the constant.
AMONG = (
    -1.46,
    0.15,
    0.49,
    -0.36,
    -0.65,
    -0.44,
    -1.59,
    0.37,
    -0.6,
    -1.26,
    0.23,
    -2.71,
    0.96,
    2.01,
    1.49,
    1.49,
    1.96,
    0.55,
    -1.52,
    3.31,
    0.63,
    0.26,
    -2.6,
)
