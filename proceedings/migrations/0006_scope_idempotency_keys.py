from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('proceedings', '0005_guard_tables_against_truncate'),
    ]

    operations = [
        migrations.AlterField(
            model_name='contribution',
            name='idempotency_key',
            field=models.CharField(blank=True, editable=False, max_length=80, null=True),
        ),
        migrations.AddConstraint(
            model_name='contribution',
            constraint=models.UniqueConstraint(fields=('workshop', 'idempotency_key'), name='contribution_idempotency_key_unique'),
        ),
    ]
