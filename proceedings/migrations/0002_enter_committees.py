"""The 87 committees of the reference table; living ones first, so that each closed one finds its successor."""

from django.db import migrations

from proceedings.reference import committees
from proceedings.text.sorting import sort_key


def enter(apps, schema_editor):
    committee_model = apps.get_model("proceedings", "Committee")
    entered = {}
    for row in sorted(committees(), key=lambda row: row.valid_to is not None):
        entered[row.slug] = committee_model.objects.create(
            slug=row.slug,
            code=row.code,
            name=row.name,
            full_name=row.full_name,
            kind=row.kind,
            region=row.region,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            successor=entered.get(row.successor_slug),
            sort_key=sort_key(row.name),
        )


class Migration(migrations.Migration):
    dependencies = [("proceedings", "0001_raise_the_record")]
    operations = [migrations.RunPython(enter, migrations.RunPython.noop)]
