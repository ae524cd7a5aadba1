"""How much each piece of evidence weighs (docs/compare.md).

Fitted by `python -m tests.matching.fitting` on the labelled pairs of tests/matching/tuning and
terse, never on those held out; rounded.
"""

# In the order of ``evidence``; the last is the constant.
ALONE = (4.03, 3.0, 10.69, 2.84, 2.85, 0.52, 3.66, -3.27, -0.69, -0.64, 4.73, -3.64)
# The evidence again, how likely it looked alone and its logit, ``rivalry``, what sentences ask;
# last the constant.
AMONG = (
    -1.32,
    -0.38,
    0.68,
    -0.48,
    -1.06,
    -0.94,
    -0.59,
    -0.66,
    -0.4,
    -0.18,
    0.94,
    -1.13,
    0.75,
    2.17,
    1.59,
    1.11,
    1.49,
    1.16,
    -0.8,
    3.2,
    0.77,
    0.41,
    -3.05,
)
