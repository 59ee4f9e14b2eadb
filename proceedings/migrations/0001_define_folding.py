"""The function that makes accents, case and punctuation not count: generated columns and searches rest on it."""

from django.db import migrations

FOLD = """
CREATE FUNCTION fold_text(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN btrim(regexp_replace(
    lower(translate(normalize(given, NFD), 'đĐ/\\-_.–—' || U&'\\0300\\0301\\0303\\0309\\0323\\0302\\0306\\031B', 'dd       ')),
    '\\s+', ' ', 'g'));
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunSQL(FOLD, "DROP FUNCTION fold_text(text)")]
