"""How long a property over whole bulletins may take: they are large, and the machine is shared."""

from hypothesis import HealthCheck, settings

lean = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
