"""Progress of reading, and background jobs that people may look after."""

import django.db.models.deletion
from django.apps import apps as installed
from django.db import migrations, models

from proceedings.accounts.rights import grant
from submissions.rights import RIGHTS


def grant_groups(apps, schema_editor):
    grant(installed.get_app_config("submissions"), using=schema_editor.connection.alias, rights=RIGHTS)


class Migration(migrations.Migration):
    dependencies = [
        ("submissions", "0003_open_the_committees_page"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReadingProgress",
            fields=[
                (
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="reading_progress",
                        serialize=False,
                        to="submissions.submission",
                    ),
                ),
                ("done_count", models.PositiveIntegerField(default=0)),
                ("total_count", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="BackgroundJob",
            fields=[],
            options={
                "verbose_name": "việc chạy nền",
                "verbose_name_plural": "việc chạy nền",
                "proxy": True,
                "default_permissions": ("view", "change"),
                "indexes": [],
                "constraints": [],
            },
            bases=("procrastinate.procrastinatejob",),
        ),
        migrations.RunPython(grant_groups, migrations.RunPython.noop),
    ]
