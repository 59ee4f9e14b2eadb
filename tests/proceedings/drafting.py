"""What tests of drafts write short: a text, its working draft, its provisions by path, and issuing it."""

from proceedings.operations import consulted_texts, drafts
from proceedings.queries.drafts import tree
from proceedings.text.provisions import plain_text
from tests.proceedings.regulations import small


class Drafting:
    """A consulted text of a workshop and its drafts."""

    def __init__(self, workshop, by):
        self.by = by
        self.workshop = workshop
        self.text = consulted_texts.add_text(
            workshop=workshop, slug="quy-dinh", title="Quy định mẫu", family="party", is_sample=True, **by
        )

    def start(self, nodes=None, **fields):
        """Begin a working draft from a tree."""
        nodes = small() if nodes is None else nodes
        given = {"provisions": nodes, "source_text": plain_text(nodes), **fields, **self.by}
        self.draft = drafts.start_from_outline(consulted_text=self.text, **given)
        return self.draft

    def next(self):
        """Begin the next draft as a copy."""
        self.draft = drafts.start_next(consulted_text=self.text, **self.by)
        return self.draft

    def issue(self, **fields):
        """Issue the draft in hand."""
        self.draft = drafts.issue(draft=self.draft, **fields, **self.by)
        return self.draft

    def at(self, path, draft=None):
        """The provision at a path of the draft in hand."""
        return (draft or self.draft).provisions.get(path=path)

    def paths(self):
        """The paths of the draft in hand, in reading order."""
        return list(self.draft.provisions.order_by("position").values_list("path", flat=True))

    def words(self):
        """All words of the draft in hand, in reading order."""
        return plain_text(tree(self.draft)).split()
