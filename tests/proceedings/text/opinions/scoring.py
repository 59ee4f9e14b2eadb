"""How well proposals match what readers found: shares of points found, of kinds and of anchors."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Score:
    counts: Counter = field(default_factory=Counter)
    misses: list = field(default_factory=list)

    def share(self, name, of="found"):
        return self.counts[name] / max(1, self.counts[of])

    def __str__(self):
        counts = self.counts
        return (
            f"points {counts['points']}, found {self.share('found', 'points'):.3f}, exact {self.share('exact', 'points'):.3f}, "
            f"kinds {self.share('kind'):.3f}, anchors {self.share('anchor'):.3f}, wordings {self.share('wording'):.3f}, "
            f"precision {self.share('found', 'proposed'):.3f}"
        )


def overlap(one, other):
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))


def score(score, name, text, expected, proposals):
    """Count one text: a point is found by a proposal that asks and shares four fifths of its span."""
    asking = [one for one in proposals if one.kind != "no_request"]
    score.counts["proposed"] += len(asking)
    taken = set()
    for point in expected:
        score.counts["points"] += 1
        best = max(asking, key=lambda one: overlap(one, point), default=None)
        if best is None or overlap(best, point) < 0.8:
            score.misses.append((name, "not found", text[point.start : point.end]))
            continue
        taken.add(best)
        score.counts["found"] += 1
        score.counts["exact"] += (best.start, best.end) == (point.start, point.end)
        is_anchored = best.anchor == point.anchor and set(getattr(point, "candidates", ())) <= set(best.candidates)
        checks = {
            "kind": best.kind == point.kind,
            "anchor": is_anchored,
            "wording": best.wording.rstrip(" .,;") == point.wording.rstrip(" .,;"),
        }
        for what, is_right in checks.items():
            score.counts[what] += is_right
            if not is_right:
                said = getattr(best, what), best.candidates if what == "anchor" else ""
                score.misses.append((name, what, said, getattr(point, what), text[point.start : point.end]))
    for one in asking:
        if one not in taken:
            score.misses.append((name, "too much", one.kind.value, text[one.start : one.end]))
