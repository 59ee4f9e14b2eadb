import pytest


@pytest.fixture
def document(pointing):
    """A document whose text is TEXT."""
    return pointing.contribute()
