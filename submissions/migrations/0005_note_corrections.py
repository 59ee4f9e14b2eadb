"""When a person last corrected a submission: the history names who, and nothing of what a secret may stand in."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("submissions", "0004_open_the_desk"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="submission",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="submission",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="submission",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="submission",
            name="corrected_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="sửa lúc"),
        ),
        migrations.AddField(
            model_name="submissionevent",
            name="corrected_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="sửa lúc"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="submission",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "submissions_submissionevent" ("attaches_to_id", "attempts", "batch_id", "checked_at", "checked_by_id", "circulation", "container_id", "contribution_id", "corrected_at", "decided_at", "decided_by_id", "file_id", "form", "id", "known_as_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "problem", "received_on", "refusal", "refusal_note", "replaces_id", "stance", "state", "theme_id", "undone_count", "wording") VALUES (NEW."attaches_to_id", NEW."attempts", NEW."batch_id", NEW."checked_at", NEW."checked_by_id", NEW."circulation", NEW."container_id", NEW."contribution_id", NEW."corrected_at", NEW."decided_at", NEW."decided_by_id", NEW."file_id", NEW."form", NEW."id", NEW."known_as_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."problem", NEW."received_on", NEW."refusal", NEW."refusal_note", NEW."replaces_id", NEW."stance", NEW."state", NEW."theme_id", NEW."undone_count", NEW."wording"); RETURN NULL;',
                    hash="a94f9aae234d30a5abd234984e186a6ebf956024",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5c5db",
                    table="submissions_submission",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="submission",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."attaches_to_id" IS DISTINCT FROM (NEW."attaches_to_id") OR OLD."attempts" IS DISTINCT FROM (NEW."attempts") OR OLD."batch_id" IS DISTINCT FROM (NEW."batch_id") OR OLD."checked_at" IS DISTINCT FROM (NEW."checked_at") OR OLD."checked_by_id" IS DISTINCT FROM (NEW."checked_by_id") OR OLD."circulation" IS DISTINCT FROM (NEW."circulation") OR OLD."container_id" IS DISTINCT FROM (NEW."container_id") OR OLD."contribution_id" IS DISTINCT FROM (NEW."contribution_id") OR OLD."corrected_at" IS DISTINCT FROM (NEW."corrected_at") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."file_id" IS DISTINCT FROM (NEW."file_id") OR OLD."form" IS DISTINCT FROM (NEW."form") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."known_as_id" IS DISTINCT FROM (NEW."known_as_id") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."problem" IS DISTINCT FROM (NEW."problem") OR OLD."received_on" IS DISTINCT FROM (NEW."received_on") OR OLD."refusal" IS DISTINCT FROM (NEW."refusal") OR OLD."refusal_note" IS DISTINCT FROM (NEW."refusal_note") OR OLD."replaces_id" IS DISTINCT FROM (NEW."replaces_id") OR OLD."stance" IS DISTINCT FROM (NEW."stance") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."theme_id" IS DISTINCT FROM (NEW."theme_id") OR OLD."undone_count" IS DISTINCT FROM (NEW."undone_count") OR OLD."wording" IS DISTINCT FROM (NEW."wording"))',
                    func='INSERT INTO "submissions_submissionevent" ("attaches_to_id", "attempts", "batch_id", "checked_at", "checked_by_id", "circulation", "container_id", "contribution_id", "corrected_at", "decided_at", "decided_by_id", "file_id", "form", "id", "known_as_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "problem", "received_on", "refusal", "refusal_note", "replaces_id", "stance", "state", "theme_id", "undone_count", "wording") VALUES (NEW."attaches_to_id", NEW."attempts", NEW."batch_id", NEW."checked_at", NEW."checked_by_id", NEW."circulation", NEW."container_id", NEW."contribution_id", NEW."corrected_at", NEW."decided_at", NEW."decided_by_id", NEW."file_id", NEW."form", NEW."id", NEW."known_as_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."problem", NEW."received_on", NEW."refusal", NEW."refusal_note", NEW."replaces_id", NEW."stance", NEW."state", NEW."theme_id", NEW."undone_count", NEW."wording"); RETURN NULL;',
                    hash="2ccef85d89b6d6d388d66aeea5e82c72d48a65f2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_57bc9",
                    table="submissions_submission",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="submission",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "submissions_submissionevent" ("attaches_to_id", "attempts", "batch_id", "checked_at", "checked_by_id", "circulation", "container_id", "contribution_id", "corrected_at", "decided_at", "decided_by_id", "file_id", "form", "id", "known_as_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "problem", "received_on", "refusal", "refusal_note", "replaces_id", "stance", "state", "theme_id", "undone_count", "wording") VALUES (OLD."attaches_to_id", OLD."attempts", OLD."batch_id", OLD."checked_at", OLD."checked_by_id", OLD."circulation", OLD."container_id", OLD."contribution_id", OLD."corrected_at", OLD."decided_at", OLD."decided_by_id", OLD."file_id", OLD."form", OLD."id", OLD."known_as_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."problem", OLD."received_on", OLD."refusal", OLD."refusal_note", OLD."replaces_id", OLD."stance", OLD."state", OLD."theme_id", OLD."undone_count", OLD."wording"); RETURN NULL;',
                    hash="a3ca9a53ca3ef0025d18f0112b7dcfb1aa7b4022",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_00890",
                    table="submissions_submission",
                    when="AFTER",
                ),
            ),
        ),
    ]
