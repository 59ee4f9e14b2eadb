"""Who may split and answer, who may approve and close."""

from django.apps import apps as installed
from django.db import migrations

from proceedings.accounts.rights import grant


def grant_groups(apps, schema_editor):
    grant(installed.get_app_config("proceedings"), using=schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [("proceedings", "0013_split_and_answer")]

    operations = [migrations.RunPython(grant_groups, migrations.RunPython.noop)]
