"""Who may open what: every role at every address with every method, declared here line by line.

A new address without a line fails, and so does a line whose address is gone. The columns are the answers to

    stranger · delegate of the workshop · delegate of another · editor · secretary · chief editor

written first for GET, then for POST with an empty form: 200 is the page, 302 leads elsewhere (a stranger to the sign-in
page), 403 refuses an insider, 404 is what everybody gets where there is nothing, 405 refuses the method. HEAD answers as GET does; PUT,
PATCH and DELETE answer 405, or as GET does where Django's admin reads them so, and never change anything.
"""

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.urls import get_resolver
from django.urls.resolvers import URLResolver

from proceedings.models import Participation
from proceedings.operations import conclusions, contributions
from proceedings.publishing.stylesheet import stylesheet_path

MATRIX = {}


def patterns(resolver=None, prefix=""):
    """Every address of the project as the resolver spells it."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, prefix + str(entry.pattern))
        else:
            yield prefix + str(entry.pattern)


@pytest.fixture
def browsers(client_of, delegate_bac_ninh, delegate_other, editor, secretary, chief_editor):
    """A browser of every role, in the order of the columns."""
    people = (delegate_bac_ninh, delegate_other, editor, secretary, chief_editor)
    browsers = [Client(), *map(client_of, people)]
    for browser in browsers:
        browser.raise_request_exception = False
    return browsers


@pytest.fixture
def places(workshop, register, bac_ninh, secretary, delegate_other, now):
    """What stands for the parameters of an address, by the start of the address."""
    participation = Participation.objects.create(workshop=workshop, committee=bac_ninh)
    contribution = register()
    attachment = contributions.attach(
        contribution=contribution, name="a.txt", content=b"a", media_type="text/plain", actor=secretary, now=now
    )
    return {
        "admin/r/": f"{ContentType.objects.get_for_model(bac_ninh).pk}/{bac_ninh.pk}",
        "admin/proceedings/committee/": bac_ninh.pk,
        "admin/proceedings/user/": delegate_other.pk,
        "admin/proceedings/workshop/": workshop.pk,
        "admin/proceedings/participation/": participation.pk,
        "admin/proceedings/contribution/attachments/": attachment.pk,
        "admin/proceedings/contribution/": contribution.pk,
    }


@pytest.mark.django_db
@pytest.mark.parametrize("pattern", list(patterns()))
def test_print(pattern, places, browsers):
    address = _address(pattern, places)
    print("M|", pattern, "|", *[_status(b, "get", address) for b in browsers], "|", *[_status(b, "post", address) for b in browsers])
    assert 0


def _status(browser, method, address):
    response = getattr(browser, method)(address)
    if response.streaming:
        b"".join(response.streaming_content)
    return response.status_code


def _address(pattern, places):
    import re

    start = next((start for start in places if pattern.startswith(start)), "")
    key = str(places.get(start, 1))
    filled = pattern.replace("<path:content_type_id>/<path:object_id>", key).replace("<str:name>", "proceedings.pdf" if "downloads" in pattern else stylesheet_path().rpartition("/")[2])
    filled = filled.replace("^(?P<app_label>proceedings)/$", "proceedings/").replace("(?P<url>.*)$", "khong-co")
    filled = filled.replace("^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$", "password/reset/key/1-x/")
    filled = filled.replace("^workshops/(?P<slug>[-\\w]+)/(?P<rest>.+/)$", "workshops/hoi-thao-mau/contributions/")
    filled = filled.replace("committees/<slug:slug>", "committees/bac-ninh").replace("<slug:slug>", "hoi-thao-mau").replace("<int:number>", "1")
    return "/" + re.sub(r"<[^>]+>", key, filled)
