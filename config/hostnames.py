"""What can be said of a host by its name alone."""

import ipaddress


def is_loopback(host: str) -> bool:
    """Whether only programs on this machine can come in by that name."""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
