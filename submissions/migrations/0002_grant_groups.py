"""The rights of the groups at the door."""

from django.apps import apps as installed
from django.db import migrations

from proceedings.accounts.rights import grant
from submissions.rights import RIGHTS


def grant_groups(apps, schema_editor):
    grant(installed.get_app_config("submissions"), using=schema_editor.connection.alias, rights=RIGHTS)


class Migration(migrations.Migration):
    dependencies = [
        ("submissions", "0001_open_the_door"),
        ("proceedings", "0003_grant_groups"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(grant_groups, migrations.RunPython.noop)]
