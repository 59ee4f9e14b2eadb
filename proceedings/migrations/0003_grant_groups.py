"""The groups secretary, editor, chief editor and delegate, with their rights."""

from django.apps import apps as installed
from django.db import migrations

from proceedings.accounts.rights import grant


def grant_groups(apps, schema_editor):
    grant(installed.get_app_config("proceedings"), using=schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [
        ("proceedings", "0002_enter_committees"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(grant_groups, migrations.RunPython.noop)]
