"""What the tests of the structure ask of an outline."""

from proceedings.text.provisions import Kind, Role, walk
from proceedings.text.structure import provisions, read_structure


def outline_of(text):
    """The outline of a text written with line ends, after the promises were checked that hold for every input."""
    outline = read_structure(text.split("\n"))
    assert outline.source == text
    check_promises(outline)
    return outline


def check_promises(outline):
    """Leaves tile the source; paths are unique in their text; units are where their provisions say."""
    leaves = [leaf for text in outline.texts for leaf in text.leaves()]
    assert "".join(leaf.text for leaf in leaves) == outline.source
    place = 0
    for leaf in leaves:
        assert leaf.start == place
        assert leaf.text == outline.source[leaf.start : leaf.end]
        assert leaf.start <= leaf.body <= leaf.end
        place = leaf.end
    assert place == len(outline.source)
    for text in outline.texts:
        nodes = list(text.walk())
        assert len({node.path for node in nodes}) == len(nodes)
        written = [(provision.path, provision.number) for provision in walk(provisions(text))]
        assert written == [(node.path, node.number) for node in nodes if not node.is_lead]
        for node in nodes:
            assert not node.children or node.text == ""
            assert 0 < node.confidence <= 1


def units(outline):
    """The paths of the units, a line a text."""
    return "\n".join(
        " ".join(node.path for node in text.walk() if node.kind is not Kind.TEXT) for text in outline.texts
    )


def roles(outline):
    """The paths of the stretches of text that have a role."""
    return {
        node.path: node.role
        for text in outline.texts
        for node in text.walk()
        if node.role is not Role.PLAIN and not node.is_lead
    }


def codes(outline):
    """The doubts of an outline, in order."""
    return [doubt.code for doubt in outline.warnings]


def node_at(outline, path, text=0):
    """The node of a path."""
    return next(node for node in outline.texts[text].walk() if node.path == path)
