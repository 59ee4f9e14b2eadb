"""A folded copy of what each point says, for finding words with or without accents."""

import django.db.models.functions.text
from django.db import migrations, models

import proceedings.models.guards


class Migration(migrations.Migration):
    dependencies = [("proceedings", "0016_find_points")]

    operations = [
        migrations.AddField(
            model_name="point",
            name="search_key",
            field=models.GeneratedField(
                db_persist=True,
                expression=proceedings.models.guards.Fold(
                    django.db.models.functions.text.Concat(
                        "summary", models.Value(" "), "quote", output_field=models.TextField()
                    )
                ),
                output_field=models.TextField(),
            ),
        ),
    ]
