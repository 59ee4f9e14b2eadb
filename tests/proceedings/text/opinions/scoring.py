"""How well proposals match what readers found: shares of points found, of kinds and of anchors."""

from collections import Counter
from dataclasses import dataclass, field

#: A point is found by a proposal that shares so much of its span.
SHARED = 0.8


@dataclass
class Score:
    """Counts over many texts, and what was missed."""

    counts: Counter = field(default_factory=Counter)
    misses: list = field(default_factory=list)

    def share(self, name, of="found"):
        return self.counts[name] / max(1, self.counts[of])

    @property
    def shares(self):
        """Of all points those found, and with their very span; of those found what is right; of all proposed."""
        return {
            "found": self.share("found", "points"),
            "exact": self.share("exact", "points"),
            **{name: self.share(name) for name in ("kind", "anchor", "wording")},
            "precise": self.share("found", "proposed"),
        }

    def __str__(self):
        return ", ".join(
            [f"{self.counts['points']} points"] + [f"{n} {s:.3f}" for n, s in self.shares.items()]
        )

    def count(self, name, text, expected, proposals):
        """Count one text by what a reader expects of it and what was proposed."""
        asking = [one for one in proposals if one.kind != "no_request"]
        self.counts["proposed"] += len(asking)
        for point in expected:
            self.counts["points"] += 1
            best = max(asking, key=lambda one: overlap(one, point), default=None)
            if best is None or overlap(best, point) < SHARED:
                self.misses.append((name, "not found", text[point.start : point.end]))
                continue
            asking.remove(best)
            self.counts["found"] += 1
            self._compare(name, text, point, best)
        self.misses += [(name, "too much", one.kind.value, text[one.start : one.end]) for one in asking]

    def _compare(self, name, text, point, best):
        may_be = set(getattr(point, "candidates", ()))
        right = {
            "exact": (best.start, best.end) == (point.start, point.end),
            "kind": best.kind == point.kind,
            "anchor": best.anchor == point.anchor and may_be <= set(best.candidates),
            "wording": best.wording.rstrip(" .,;") == point.wording.rstrip(" .,;"),
        }
        for what, is_right in right.items():
            self.counts[what] += is_right
            if not is_right and what != "exact":
                said = getattr(best, what), getattr(point, what)
                self.misses.append((name, what, *said, text[point.start : point.end]))


def overlap(one, other):
    """The share of two spans together that lies in both."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))
