"""A real worker on the test's database and folders: ``python -m tests.drills.worker DATABASE ATTACHMENTS INTAKE``."""

import sys

import django
from django.conf import settings


def main(database, attachments, intake):
    """Work until killed; beats quickly, so that a drill need not wait for what an office can wait for."""
    settings.STORAGES["default"]["OPTIONS"]["location"] = attachments
    settings.STORAGES["intake"]["OPTIONS"]["location"] = intake
    django.setup()
    from django.db import connection

    connection.settings_dict["NAME"] = database
    from procrastinate.contrib.django import app

    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(
            concurrency=2,
            update_heartbeat_interval=1,
            stalled_worker_timeout=3,
            fetch_job_polling_interval=0.5,
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
