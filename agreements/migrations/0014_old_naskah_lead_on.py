import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_saved_views'),
        ('agreements', '0013_grant_of_a_result'),
        ('proposals', '0003_from_paper'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='registerentry',
            name='registerentry_of_ours_is_whole',
        ),
        migrations.AddField(
            model_name='historicaloldnaskah',
            name='case',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='proposals.proposal', verbose_name='usulan pengelola'),
        ),
        migrations.AddField(
            model_name='historicaloldnaskah',
            name='continued_as',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.agreement', verbose_name='dilanjutkan sebagai'),
        ),
        migrations.AddField(
            model_name='historicaloldnaskah',
            name='parent',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.agreement', verbose_name='naskah induk'),
        ),
        migrations.AddField(
            model_name='historicaloldnaskah',
            name='parent_old',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.oldnaskah', verbose_name='naskah induk lama'),
        ),
        migrations.AddField(
            model_name='historicaloldnaskah',
            name='renewal',
            field=models.CharField(blank=True, choices=[('ASKED', 'Menunggu keputusan'), ('EXTEND', 'Perpanjangan diusulkan'), ('LAPSE', 'Dibiarkan berakhir'), ('REPLACE', 'Diganti kerja sama baru')], editable=False, max_length=8, verbose_name='kelanjutan'),
        ),
        migrations.AddField(
            model_name='historicaloldnaskah',
            name='renewal_on',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='kelanjutan diputuskan pada'),
        ),
        migrations.AddField(
            model_name='historicaloldnaskah',
            name='renewal_reason',
            field=models.TextField(blank=True, editable=False, max_length=4000, verbose_name='alasan kelanjutan'),
        ),
        migrations.AddField(
            model_name='historicaloldnaskah',
            name='stands_alone',
            field=models.BooleanField(default=False, verbose_name='tanpa naskah induk'),
        ),
        migrations.AddField(
            model_name='historicaloldnaskah',
            name='successor',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='proposals.proposal', verbose_name='usulan pengganti'),
        ),
        migrations.AddField(
            model_name='historicaloldnaskah',
            name='successor_old',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.oldnaskah', verbose_name='naskah lama pengganti'),
        ),
        migrations.AddField(
            model_name='oldnaskah',
            name='case',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='old_naskah', to='proposals.proposal', verbose_name='usulan pengelola'),
        ),
        migrations.AddField(
            model_name='oldnaskah',
            name='continued_as',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='continues', to='agreements.agreement', verbose_name='dilanjutkan sebagai'),
        ),
        migrations.AddField(
            model_name='oldnaskah',
            name='parent',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='old_children', to='agreements.agreement', verbose_name='naskah induk'),
        ),
        migrations.AddField(
            model_name='oldnaskah',
            name='parent_old',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='agreements.oldnaskah', verbose_name='naskah induk lama'),
        ),
        migrations.AddField(
            model_name='oldnaskah',
            name='renewal',
            field=models.CharField(blank=True, choices=[('ASKED', 'Menunggu keputusan'), ('EXTEND', 'Perpanjangan diusulkan'), ('LAPSE', 'Dibiarkan berakhir'), ('REPLACE', 'Diganti kerja sama baru')], editable=False, max_length=8, verbose_name='kelanjutan'),
        ),
        migrations.AddField(
            model_name='oldnaskah',
            name='renewal_on',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='kelanjutan diputuskan pada'),
        ),
        migrations.AddField(
            model_name='oldnaskah',
            name='renewal_reason',
            field=models.TextField(blank=True, editable=False, max_length=4000, verbose_name='alasan kelanjutan'),
        ),
        migrations.AddField(
            model_name='oldnaskah',
            name='stands_alone',
            field=models.BooleanField(default=False, verbose_name='tanpa naskah induk'),
        ),
        migrations.AddField(
            model_name='oldnaskah',
            name='successor',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proposals.proposal', verbose_name='usulan pengganti'),
        ),
        migrations.AddField(
            model_name='oldnaskah',
            name='successor_old',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='agreements.oldnaskah', verbose_name='naskah lama pengganti'),
        ),
        migrations.AddField(
            model_name='registerentry',
            name='continued_as',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.agreement', verbose_name='dilanjutkan sebagai'),
        ),
        migrations.AddField(
            model_name='registerentry',
            name='parent_old',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.oldnaskah', verbose_name='naskah induk lama'),
        ),
        migrations.AlterField(
            model_name='registerentry',
            name='state',
            field=models.CharField(choices=[('SIGNED', 'Ditandatangani'), ('IN_FORCE', 'Berlaku'), ('ENDED', 'Berakhir'), ('UNKNOWN', 'Tidak diketahui'), ('GONE_ON', 'Dilanjutkan')], max_length=8, verbose_name='keadaan'),
        ),
        migrations.RemoveIndex(model_name='registerentry', name='registerentry_words'),
        migrations.RemoveField(model_name='registerentry', name='words'),
        migrations.AddField(
            model_name='registerentry',
            name='words',
            field=models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.SearchVector('title', config='indonesian', weight='A'), '||', django.contrib.postgres.search.SearchVector('title', config='simple', weight='A'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector(models.Func(models.F('title'), models.Value('./-'), models.Value('   '), function='TRANSLATE', output_field=models.TextField()), config='simple', weight='A'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector(models.Func(models.F('title'), models.Value('./-'), models.Value(''), function='TRANSLATE', output_field=models.TextField()), config='simple', weight='A'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector('names', config='indonesian', weight='B'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector('names', config='simple', weight='B'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector(models.Func(models.F('names'), models.Value('./-'), models.Value('   '), function='TRANSLATE', output_field=models.TextField()), config='simple', weight='B'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector(models.Func(models.F('names'), models.Value('./-'), models.Value(''), function='TRANSLATE', output_field=models.TextField()), config='simple', weight='B'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector('numbers', config='simple', weight='C'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector(models.Func(models.F('numbers'), models.Value('./-'), models.Value('   '), function='TRANSLATE', output_field=models.TextField()), config='simple', weight='C'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector('more', config='simple', weight='D'), django.contrib.postgres.search.SearchConfig('indonesian')), output_field=django.contrib.postgres.search.SearchVectorField(), verbose_name='kata'),
        ),
        migrations.AddIndex(
            model_name='registerentry',
            index=django.contrib.postgres.indexes.GinIndex(fields=['words'], name='registerentry_words'),
        ),
        migrations.AddConstraint(
            model_name='oldnaskah',
            constraint=models.CheckConstraint(condition=models.Q(('parent__isnull', True), ('parent_old__isnull', True), _connector='OR'), name='oldnaskah_under_one_naskah'),
        ),
        migrations.AddConstraint(
            model_name='oldnaskah',
            constraint=models.CheckConstraint(condition=models.Q(('parent_old__isnull', True), models.Q(('parent_old', models.F('id')), _negated=True), _connector='OR'), name='oldnaskah_not_under_itself'),
        ),
        migrations.AddConstraint(
            model_name='oldnaskah',
            constraint=models.CheckConstraint(condition=models.Q(('stands_alone', False), models.Q(('parent__isnull', True), ('parent_old__isnull', True)), _connector='OR'), name='oldnaskah_alone_or_under'),
        ),
        migrations.AddConstraint(
            model_name='oldnaskah',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('renewal', 'REPLACE'), ('successor__isnull', False), ('successor_old__isnull', True)), models.Q(('renewal', 'REPLACE'), ('successor__isnull', True), ('successor_old__isnull', False)), models.Q(('renewal__in', ['', 'LAPSE']), ('successor__isnull', True), ('successor_old__isnull', True)), _connector='OR'), name='oldnaskah_successor_is_named'),
        ),
        migrations.AddConstraint(
            model_name='oldnaskah',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('renewal', ''), ('renewal_on__isnull', True)), models.Q(models.Q(('renewal', ''), _negated=True), models.Q(('renewal_reason', ''), _negated=True), ('renewal_on__isnull', False)), _connector='OR'), name='oldnaskah_decided_with_reason'),
        ),
        migrations.AddConstraint(
            model_name='registerentry',
            constraint=models.CheckConstraint(condition=models.Q(('agreement__isnull', True), models.Q(('proposal__isnull', False), ('signed_on__isnull', False), ('unit__isnull', False), ('ends_on__isnull', False), ('starts_on__isnull', False), models.Q(('kind', ''), _negated=True), models.Q(('instrument', ''), _negated=True), models.Q(('state__in', ['UNKNOWN', 'GONE_ON']), _negated=True)), _connector='OR'), name='registerentry_of_ours_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='registerentry',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('continued_as__isnull', False), ('old__isnull', False), ('state', 'GONE_ON')), models.Q(models.Q(('state', 'GONE_ON'), _negated=True), ('continued_as__isnull', True)), _connector='OR'), name='registerentry_gone_on_says_as_what'),
        ),
        migrations.AddIndex(
            model_name='oldnaskah',
            index=models.Index(condition=models.Q(('continued_as__isnull', True), ('stopped', False), ('withdrawn_at__isnull', True)), fields=['ends_on'], name='oldnaskah_ending'),
        ),
        # Derived, like the whole list of what is unknown: a file that names a parent has told of one that nobody has looked for.
        migrations.RunSQL(
            sql="""UPDATE agreements_oldnaskah SET unknown = unknown || '["PARENT"]'::jsonb
                   WHERE (told ? 'PARENT' OR instrument IN ('ADD', 'RKT')) AND NOT unknown ? 'PARENT' """,
            reverse_sql="UPDATE agreements_oldnaskah SET unknown = unknown - 'PARENT'",
        ),
    ]
