"""The function that makes accents, case and punctuation not count: generated columns and searches rest on it."""

from django.db import migrations

from proceedings.text.folding import sql_fold

DEFINE = f"""
CREATE FUNCTION fold_text(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN {sql_fold("given")};
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunSQL(DEFINE, "DROP FUNCTION fold_text(text)")]
