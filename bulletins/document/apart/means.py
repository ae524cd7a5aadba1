"""The first thing that the program does: it gives up its own means."""

import resource


def give_up_means(memory: int, computing: int, answer: int, *, files: bool) -> None:
    """From now on no more memory (bytes), time (seconds) and output (bytes) than that.

    files: whether it may still open any.
    """
    limits = [
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, computing),
        (resource.RLIMIT_FSIZE, answer),
        (resource.RLIMIT_CORE, 0),
    ]
    limits += [] if files else [(resource.RLIMIT_NOFILE, 0)]
    for what, most in limits:
        resource.setrlimit(what, (most, most))
