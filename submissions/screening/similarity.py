"""Near-identical texts."""

NEAR = 0.9


def fingerprint(text: str) -> tuple[int, ...]:
    """Placeholder until the screening room lands."""
    return (hash(text) % 10**12,) if text else ()


def resemblance(a: str, b: str) -> float:
    """Placeholder until the screening room lands."""
    return float(a == b)
