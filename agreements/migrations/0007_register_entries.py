
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

#: The naskah that were signed before there was a register of entries.
FILL = """
INSERT INTO agreements_registerentry (agreement_id, proposal_id, parent_id, unit_id, kind, instrument, title, parties, state, signed_on, starts_on,
                                      ends_on, ended_on, numbers, names, more)
SELECT a.id, a.proposal_id, a.parent_id, a.executing_unit_id, p.kind, a.instrument, a.title, s.parties,
       CASE a.stage WHEN 'IN_FORCE' THEN 'IN_FORCE' WHEN 'ENDED' THEN 'ENDED' ELSE 'SIGNED' END,
       a.signed_on, a.starts_on, a.ends_on, a.ended_on, upper(p.code) || s.numbers, s.names, s.more
  FROM agreements_agreement a JOIN proposals_proposal p ON p.id = a.proposal_id
  JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('name', y.name, 'number', y.number, 'signatory', y.signatory_name, 'office', y.signatory_title,
                                        'ours', y.partner_id IS NULL) ORDER BY y."order") AS parties,
           coalesce(string_agg(E'\\n' || upper(regexp_replace(y.number, '\\s*([/.-])\\s*', '\\1', 'g')), '' ORDER BY y."order") FILTER (WHERE y.number <> ''), '')
             AS numbers,
           string_agg(y.name, E'\\n' ORDER BY y."order") AS names,
           string_agg(trim(y.signatory_name || ' ' || y.signatory_title), E'\\n' ORDER BY y."order") AS more
      FROM agreements_agreementparty y WHERE y.agreement_id = a.id) s ON s.parties IS NOT NULL
 WHERE a.stage IN ('SCANNING', 'VALIDATION', 'ORIGINAL', 'ORIGINAL_LETTER', 'COPY', 'REGISTRATION', 'IN_FORCE', 'ENDED');
INSERT INTO agreements_registerword (word)
SELECT DISTINCT left(lower(w[1]), 80) FROM agreements_registerentry e, regexp_matches(e.title || ' ' || e.names, '[[:alpha:]]{3,}', 'g') AS w;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_state_emblem_of_papers'),
        ('agreements', '0006_originals_and_mode'),
        ('proposals', '0002_affairs'),
    ]

    operations = [
        migrations.CreateModel(
            name='RegisterWord',
            fields=[
                ('word', models.CharField(max_length=80, primary_key=True, serialize=False, verbose_name='kata')),
            ],
            options={
                'verbose_name': 'kata register',
                'verbose_name_plural': 'kata register',
                'default_permissions': (),
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['word'], name='registerword_near', opclasses=['gin_trgm_ops'])],
            },
        ),
        migrations.CreateModel(
            name='RegisterEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('KSDD', 'Kerja Sama Daerah dengan Daerah Lain'), ('KSDPK', 'Kerja Sama Daerah dengan Pihak Ketiga'), ('KSDPL', 'Kerja Sama Daerah dengan Pemerintah Daerah di Luar Negeri'), ('KSDLL', 'Kerja Sama Daerah dengan Lembaga di Luar Negeri'), ('SINERGI', 'Sinergi dengan Pemerintah Pusat')], max_length=8, verbose_name='jenis')),
                ('instrument', models.CharField(choices=[('KB', 'Kesepakatan Bersama'), ('PKS', 'Perjanjian Kerja Sama'), ('NK', 'Nota Kesepakatan'), ('LOI', 'Pernyataan Kehendak (LoI)'), ('MOU', 'Naskah Kerja Sama'), ('RKT', 'Rencana Kerja Tahunan')], max_length=8, verbose_name='bentuk')),
                ('title', models.CharField(max_length=250, verbose_name='judul')),
                ('parties', models.JSONField(default=list, verbose_name='para pihak')),
                ('state', models.CharField(choices=[('SIGNED', 'Ditandatangani'), ('IN_FORCE', 'Berlaku'), ('ENDED', 'Berakhir')], max_length=8, verbose_name='keadaan')),
                ('signed_on', models.DateField(verbose_name='ditandatangani')),
                ('starts_on', models.DateField(verbose_name='mulai')),
                ('ends_on', models.DateField(verbose_name='berakhir')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='berakhir sejak')),
                ('numbers', models.TextField(blank=True, verbose_name='nomor')),
                ('names', models.TextField(blank=True, verbose_name='nama para pihak')),
                ('more', models.TextField(blank=True, verbose_name='lainnya')),
                ('words', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.SearchVector('title', config='indonesian', weight='A'), '||', django.contrib.postgres.search.SearchVector('title', config='simple', weight='A'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector('names', config='indonesian', weight='B'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector('names', config='simple', weight='B'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector('numbers', config='simple', weight='C'), django.contrib.postgres.search.SearchConfig('indonesian')), '||', django.contrib.postgres.search.SearchVector('more', config='simple', weight='D'), django.contrib.postgres.search.SearchConfig('indonesian')), output_field=django.contrib.postgres.search.SearchVectorField(), verbose_name='kata')),
                ('agreement', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='entry', to='agreements.agreement', verbose_name='naskah')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.agreement', verbose_name='naskah induk')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proposals.proposal', verbose_name='usulan')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.orgunit', verbose_name='pelaksana')),
            ],
            options={
                'verbose_name': 'entri register',
                'verbose_name_plural': 'entri register',
                'ordering': ['-signed_on', '-pk'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['-signed_on', '-id'], name='registerentry_newest'), models.Index(fields=['ends_on', 'id'], name='registerentry_ending'), models.Index(fields=['title', 'id'], name='registerentry_title'), models.Index(fields=['state', '-signed_on', '-id'], name='registerentry_state'), django.contrib.postgres.indexes.GinIndex(fields=['words'], name='registerentry_words'), django.contrib.postgres.indexes.GinIndex(fields=['numbers'], name='registerentry_numbers', opclasses=['gin_trgm_ops'])],
            },
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
