"""Transactional tests leave the database as the migrations made it, whatever they did."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection

from proceedings.models import Attachment, Committee, User
from tests.reference_rows import empty_working_tables


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("run", [1, 2])
def test_frozen_rows_are_gone_before_the_next_test(run, register):
    contribution = register()
    assert not Attachment.objects.exists()

    Attachment.objects.create(
        contribution=contribution, file="a", name="a", media_type="text/plain", size=1, sha256="0" * 64
    )

    assert contribution.number == 1


@pytest.mark.django_db(transaction=True)
def test_reference_rows_survive_and_are_restored():
    Committee.objects.create(
        slug="mau", code="00", name="Mẫu", full_name="Tỉnh ủy Mẫu", kind="tinh", region="Mẫu"
    )
    before = Committee.objects.exclude(slug="mau").count()
    Group.objects.filter(name="Đại biểu").delete()
    Group.objects.create(name="Nhóm của kiểm thử")
    User.objects.create_user("ai-do")

    empty_working_tables(connection)

    assert not User.objects.exists()
    assert not Committee.objects.filter(slug="mau").exists()
    assert Committee.objects.count() == before
    assert Group.objects.filter(name="Đại biểu", permissions__codename="read_delegates_edition").exists()
    assert not Group.objects.filter(name="Nhóm của kiểm thử").exists()
    assert Permission.objects.filter(codename="publish_workshop").exists()


@pytest.mark.django_db(transaction=True)
def test_a_changed_reference_row_is_restored():
    delegates = Group.objects.get(name="Đại biểu")
    delegates.name = "Khác"
    delegates.save()

    empty_working_tables(connection)

    delegates.refresh_from_db()
    assert delegates.name == "Đại biểu"


def test_a_live_server_answers(live_server, client):
    from urllib.error import HTTPError
    from urllib.request import urlopen

    with pytest.raises(HTTPError) as caught:
        urlopen(f"{live_server.url}/khong-co-trang-nay/")

    assert caught.value.code == 404
    caught.value.close()
