"""The table that counts sign-in attempts: the cache of the rate limits, which must outlive a process."""

from django.core.management import call_command
from django.db import migrations


def make_cache_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


def drop_cache_table(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS rate_limits")


class Migration(migrations.Migration):
    dependencies = [("proceedings", "0003_grant_groups")]

    operations = [migrations.RunPython(make_cache_table, drop_cache_table)]
