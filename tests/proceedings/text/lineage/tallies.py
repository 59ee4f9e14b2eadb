"""How well a lineage does against the truth: every provision of both sides, and how sure it was where it was wrong."""

from collections import Counter

from proceedings.text.lineage import LEAST, SURE, Fate, match
from proceedings.text.provisions import walk
from tests.proceedings.text import sample_regulations


class Tally:
    """How many provisions of both sides were given the right partners, and which wrong row was the surest.

    A row is wrong that names a pair that is none, or that leaves out a partner of a provision that it names: a plain
    change where another one was merged into it, something new that was split off. Texts that are the same may stand
    for each other.
    """

    def __init__(self):
        self.right = self.all = self.edited_right = self.edited = 0
        self.surest_wrong = self.surest_incomplete = 0.0
        self.alone = Counter()  # what is truly new or deleted: how often it was found, and how often surely
        self.wrong = []

    def add(self, old, new):
        (old_tree, old_paths), (new_tree, new_paths) = map(sample_regulations.build, (old, new))
        truth = sample_regulations.true_pairs(old_paths, new_paths)
        self.judge(old_tree, new_tree, truth, [set(old_paths.values()), set(new_paths.values())])

    def judge(self, old_tree, new_tree, truth, paths):
        """Count a pair of trees whose true pairs of paths are known for some paths of each side."""
        lineage = match(old_tree, new_tree)
        assert all(row.score >= LEAST for row in lineage if row.old and row.new)
        texts = [{node.path: list(node.lines()) for node in walk(tree)} for tree in (old_tree, new_tree)]
        found = {
            (one, other)
            for row in lineage
            for one in row.old
            for other in row.new
            if one in paths[0] and other in paths[1]
        }
        for row in lineage:
            self._judge_row(row, found, truth, texts, paths)
        for side in (0, 1):
            wanted_of, found_of = _partners(truth, side), _partners(found, side)
            for path in paths[side]:
                self._judge_path(path, side, wanted_of.get(path, set()), found_of.get(path, set()), texts)

    def _judge_row(self, row, found, truth, texts, paths):
        pairs = {(one, other) for one in row.old for other in row.new} & found
        untrue = {(one, other) for one, other in pairs - truth if texts[0][one] != texts[1][other]}
        is_excused = bool(pairs - truth) and not untrue
        lacking = set() if is_excused else {
            (one, other) for one, other in truth - found if one in row.old or other in row.new
        }  # fmt: skip
        if untrue:
            self.surest_wrong = max(self.surest_wrong, row.confidence)
        if untrue or lacking:
            self.surest_incomplete = max(self.surest_incomplete, row.confidence)
            self.wrong.append((row, sorted(lacking), sorted(untrue), texts))
        elif row.fate in (Fate.NEW, Fate.DELETED) and {*row.old, *row.new} <= paths[0] | paths[1]:
            self.alone[row.confidence >= SURE] += 1

    def _judge_path(self, path, side, wanted, found, texts):
        is_edited = len(wanted) != 1 or {
            texts[0][one] == texts[1][other] and one == other for one, other in wanted
        } != {True}
        is_right = wanted == found
        self.all, self.right = self.all + 1, self.right + is_right
        self.edited += is_edited
        self.edited_right += is_edited and is_right

    def __str__(self):
        return (
            f"{self.right} of {self.all} right ({self.right / self.all:.2%}), of the edited {self.edited_right} of "
            f"{self.edited} ({self.edited_right / self.edited:.2%}); surest wrong match {self.surest_wrong:.2f}, "
            f"surest wrong or incomplete row {self.surest_incomplete:.2f}; of {self.alone.total()} rightly new or "
            f"deleted {self.alone[True]} surely"
        )


def _partners(pairs, side):
    partners = {}
    for pair in pairs:
        partners.setdefault(pair[side], set()).add(pair)
    return partners
