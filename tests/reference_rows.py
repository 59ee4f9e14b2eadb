"""Empty the database between transactional tests, and keep what the migrations brought.

The record's frozen tables refuse TRUNCATE, and a plain flush would also take the committees, groups and
permissions away. Here the triggers are told to stand aside for one transaction, and the reference tables are
compared with a copy made when the test database was: what a test did to them is undone.
"""

REFERENCE = (
    "django_content_type",
    "auth_permission",
    "auth_group",
    "auth_group_permissions",
    "proceedings_committee",
    "proceedings_committeeevent",
)
KEPT = (*REFERENCE, "django_migrations")

TRIGGERS_STAND_ASIDE = """
    SELECT set_config('lock_timeout', '10s', true),
           set_config('pgtrigger.ignore', array_agg(DISTINCT tgname)::text, true)
      FROM pg_trigger WHERE NOT tgisinternal
"""


def copy_reference_rows(connection):
    """Remember the reference tables as the migrations left them."""
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS kept CASCADE; CREATE SCHEMA kept")
        for table in REFERENCE:
            cursor.execute(f"CREATE TABLE kept.{table} AS TABLE public.{table}")


def empty_working_tables(connection):
    """Truncate the working tables that have rows, and bring the reference tables back to their copy."""
    from django.db import transaction

    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute(TRIGGERS_STAND_ASIDE)
        if filled := filled_tables(cursor):
            cursor.execute(f"TRUNCATE {', '.join(_with_those_that_point_at(cursor, filled))}")
        for table in REFERENCE:
            _restore(cursor, table)


def filled_tables(cursor):
    """Return the working tables that have rows, with their schema."""
    return [table for table in _working_tables(cursor) if _has_rows(cursor, table)]


def columns_of(cursor, table):
    """Return the columns of a table that are written, as a list for SQL."""
    cursor.execute(
        "SELECT string_agg(format('%%I', attname), ', ') FROM pg_attribute "
        "WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''",
        [f"public.{table}"],
    )
    return cursor.fetchone()[0]


def _working_tables(cursor):
    cursor.execute(
        "SELECT format('public.%%I', tablename) FROM pg_tables "
        "WHERE schemaname = 'public' AND tablename <> ALL(%s)",
        [list(KEPT)],
    )
    return [name for (name,) in cursor.fetchall()]


def _has_rows(cursor, table):
    cursor.execute(f"SELECT EXISTS (SELECT FROM {table})")
    return cursor.fetchone()[0]


def _with_those_that_point_at(cursor, tables):
    """PostgreSQL truncates a table only together with all whose foreign keys point at it."""
    cursor.execute(
        """
        WITH RECURSIVE pointing(oid) AS (
            SELECT unnest(%s::regclass[])::oid
             UNION
            SELECT conrelid FROM pg_constraint JOIN pointing ON confrelid = pointing.oid WHERE contype = 'f'
        )
        SELECT oid::regclass::text FROM pointing
        """,
        [tables],
    )
    return [name for (name,) in cursor.fetchall()]


def _restore(cursor, table):
    cursor.execute(f"TABLE kept.{table} EXCEPT TABLE public.{table} LIMIT 1")
    changed = cursor.fetchone()
    cursor.execute(f"TABLE public.{table} EXCEPT TABLE kept.{table} LIMIT 1")
    if not (changed or cursor.fetchone()):
        return
    columns = columns_of(cursor, table)
    cursor.execute(
        f"DELETE FROM public.{table} AS now WHERE NOT EXISTS "
        f"(SELECT FROM kept.{table} AS before WHERE ROW(before.*) IS NOT DISTINCT FROM ROW(now.*))"
    )
    cursor.execute(
        f"INSERT INTO public.{table} ({columns}) SELECT {columns} FROM kept.{table} ON CONFLICT DO NOTHING"
    )
