"""Browsers at the workbench, and a draft that is worked on."""

import pytest

ROOT = "/desk/drafts/hoi-thao-mau/"
TEXT = f"{ROOT}quy-dinh/"


@pytest.fixture
def desk(secretary, client_of):
    """A secretary's browser."""
    return client_of(secretary)


@pytest.fixture
def workbench(editor, client_of):
    """An editor's browser: it mends, and issues nothing."""
    return client_of(editor)


@pytest.fixture
def draft(drafting):
    """The first draft of the consulted text, worked on."""
    return drafting.start()


@pytest.fixture
def press():
    """Take a step as the page's bar does: ``press(browser, provision, "promote")``; ``stand`` as it was read."""

    def send(browser, provision, act, **more):
        page = browser.get(f"{TEXT}outline/")
        stand = page.context["stand"].key
        return browser.post(
            f"{TEXT}mend/", {"provision": provision.pk, "act": act, "stand": stand, **more}, follow=True
        )

    return send
