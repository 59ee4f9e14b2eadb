"""What a load balancer is told."""

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder


def test_alive_asks_nobody(client):
    response = client.get("/healthz")

    assert response.json() == {"state": "alive"}
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_ready_when_the_database_has_every_migration(client):
    response = client.get("/readyz")

    assert (response.status_code, response.json()) == (200, {"state": "ready"})


@pytest.mark.django_db
def test_not_ready_while_a_migration_is_missing(client):
    MigrationRecorder.Migration.objects.filter(app="proceedings", name__startswith="0003").delete()

    response = client.get("/readyz")

    assert (response.status_code, response.json()) == (503, {"state": "not ready", "reason": "migrations"})


@pytest.mark.django_db
def test_not_ready_without_database(client, monkeypatch):
    def gone(*args, **kwargs):
        raise OperationalError("gone")

    monkeypatch.setattr(connection, "cursor", gone)

    response = client.get("/readyz")

    assert (response.status_code, response.json()) == (503, {"state": "not ready", "reason": "database"})


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_nothing_can_be_posted(client, path):
    assert client.post(path).status_code == 405
