import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_saved_views'),
        ('agreements', '0007_register_entries'),
        ('proposals', '0002_affairs'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='agreement',
            name='agreement_one_of_a_sort_at_a_time',
        ),
        migrations.RemoveConstraint(
            model_name='agreement',
            name='agreement_pks_stands_under_kb',
        ),
        migrations.RemoveConstraint(
            model_name='agreement',
            name='agreement_power_for_pks_only',
        ),
        migrations.RemoveConstraint(
            model_name='agreement',
            name='agreement_early_end_has_paper',
        ),
        migrations.AddField(
            model_name='agreement',
            name='again_to_dprd',
            field=models.BooleanField(default=False, editable=False, verbose_name='dinilai kembali untuk DPRD'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='successor',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='proposals.proposal', verbose_name='usulan pengganti'),
        ),
        migrations.AddField(
            model_name='historicalagreement',
            name='again_to_dprd',
            field=models.BooleanField(default=False, editable=False, verbose_name='dinilai kembali untuk DPRD'),
        ),
        migrations.AddField(
            model_name='historicalagreement',
            name='successor',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='proposals.proposal', verbose_name='usulan pengganti'),
        ),
        migrations.AlterField(
            model_name='agreement',
            name='end_ground',
            field=models.CharField(blank=True, choices=[('TERM', 'Jangka waktu berakhir'), ('PURPOSE', 'Tujuan telah tercapai'), ('AGREED', 'Kesepakatan para pihak'), ('LAW_CHANGED', 'Perubahan kebijakan berdasarkan peraturan perundang-undangan'), ('OBJECT_LOST', 'Objek hilang atau musnah'), ('JUDGMENT', 'Putusan pengadilan yang telah berkekuatan hukum tetap'), ('BANKRUPTCY', 'Pihak ketiga dinyatakan pailit'), ('REPLACED', 'Digantikan naskah kerja sama baru'), ('PARENT', 'Berakhir bersama naskah yang diubahnya')], editable=False, max_length=12, verbose_name='sebab berakhir'),
        ),
        migrations.AlterField(
            model_name='agreement',
            name='instrument',
            field=models.CharField(choices=[('KB', 'Kesepakatan Bersama'), ('PKS', 'Perjanjian Kerja Sama'), ('NK', 'Nota Kesepakatan'), ('LOI', 'Pernyataan Kehendak (LoI)'), ('MOU', 'Naskah Kerja Sama'), ('RKT', 'Rencana Kerja Tahunan'), ('ADD', 'Adendum')], max_length=8, verbose_name='bentuk naskah'),
        ),
        migrations.AlterField(
            model_name='agreement',
            name='renewal',
            field=models.CharField(blank=True, choices=[('ASKED', 'Menunggu keputusan'), ('EXTEND', 'Perpanjangan diusulkan'), ('LAPSE', 'Dibiarkan berakhir'), ('REPLACE', 'Diganti kerja sama baru')], editable=False, max_length=8, verbose_name='perpanjangan'),
        ),
        migrations.AlterField(
            model_name='historicalagreement',
            name='end_ground',
            field=models.CharField(blank=True, choices=[('TERM', 'Jangka waktu berakhir'), ('PURPOSE', 'Tujuan telah tercapai'), ('AGREED', 'Kesepakatan para pihak'), ('LAW_CHANGED', 'Perubahan kebijakan berdasarkan peraturan perundang-undangan'), ('OBJECT_LOST', 'Objek hilang atau musnah'), ('JUDGMENT', 'Putusan pengadilan yang telah berkekuatan hukum tetap'), ('BANKRUPTCY', 'Pihak ketiga dinyatakan pailit'), ('REPLACED', 'Digantikan naskah kerja sama baru'), ('PARENT', 'Berakhir bersama naskah yang diubahnya')], editable=False, max_length=12, verbose_name='sebab berakhir'),
        ),
        migrations.AlterField(
            model_name='historicalagreement',
            name='instrument',
            field=models.CharField(choices=[('KB', 'Kesepakatan Bersama'), ('PKS', 'Perjanjian Kerja Sama'), ('NK', 'Nota Kesepakatan'), ('LOI', 'Pernyataan Kehendak (LoI)'), ('MOU', 'Naskah Kerja Sama'), ('RKT', 'Rencana Kerja Tahunan'), ('ADD', 'Adendum')], max_length=8, verbose_name='bentuk naskah'),
        ),
        migrations.AlterField(
            model_name='historicalagreement',
            name='renewal',
            field=models.CharField(blank=True, choices=[('ASKED', 'Menunggu keputusan'), ('EXTEND', 'Perpanjangan diusulkan'), ('LAPSE', 'Dibiarkan berakhir'), ('REPLACE', 'Diganti kerja sama baru')], editable=False, max_length=8, verbose_name='perpanjangan'),
        ),
        migrations.AlterField(
            model_name='historicallibraryclause',
            name='instrument',
            field=models.CharField(choices=[('KB', 'Kesepakatan Bersama'), ('PKS', 'Perjanjian Kerja Sama'), ('NK', 'Nota Kesepakatan'), ('LOI', 'Pernyataan Kehendak (LoI)'), ('MOU', 'Naskah Kerja Sama'), ('RKT', 'Rencana Kerja Tahunan'), ('ADD', 'Adendum')], max_length=8, verbose_name='bentuk naskah'),
        ),
        migrations.AlterField(
            model_name='libraryclause',
            name='instrument',
            field=models.CharField(choices=[('KB', 'Kesepakatan Bersama'), ('PKS', 'Perjanjian Kerja Sama'), ('NK', 'Nota Kesepakatan'), ('LOI', 'Pernyataan Kehendak (LoI)'), ('MOU', 'Naskah Kerja Sama'), ('RKT', 'Rencana Kerja Tahunan'), ('ADD', 'Adendum')], max_length=8, verbose_name='bentuk naskah'),
        ),
        migrations.AlterField(
            model_name='registerentry',
            name='instrument',
            field=models.CharField(choices=[('KB', 'Kesepakatan Bersama'), ('PKS', 'Perjanjian Kerja Sama'), ('NK', 'Nota Kesepakatan'), ('LOI', 'Pernyataan Kehendak (LoI)'), ('MOU', 'Naskah Kerja Sama'), ('RKT', 'Rencana Kerja Tahunan'), ('ADD', 'Adendum')], max_length=8, verbose_name='bentuk'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(condition=models.Q(models.Q(('instrument__in', ['PKS', 'RKT', 'ADD']), _negated=True), models.Q(('stage__in', ['ENDED', 'CANCELLED']), _negated=True)), fields=('proposal', 'instrument'), name='agreement_one_of_a_sort_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('instrument__in', ['PKS', 'RKT', 'ADD']), _negated=True), ('parent__isnull', True)), models.Q(('instrument__in', ['PKS', 'RKT', 'ADD']), ('parent__isnull', False)), _connector='OR'), name='agreement_pks_stands_under_kb'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(condition=models.Q(('instrument', 'ADD'), ('stage__in', ('DRAFTING', 'LEGAL_REVIEW', 'DRAFT_SUBMISSION', 'DRAFT_LETTER', 'GOVERNOR', 'DIRECT_LETTER', 'DISCUSSION', 'CONFIRMATION', 'APPROVAL', 'PARAF', 'SIGNING_PREPARATION', 'SIGNING'))), fields=('parent',), name='agreement_one_amendment_under_way'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('end_ground', 'PARENT'), _negated=True), ('instrument', 'ADD'), _connector='OR'), name='agreement_amendment_ends_with_its_naskah'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('renewal', 'REPLACE'), ('successor__isnull', False)), models.Q(models.Q(('renewal', 'REPLACE'), _negated=True), ('successor__isnull', True)), _connector='OR'), name='agreement_successor_is_named'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('again_to_dprd', False), ('instrument', 'ADD'), _connector='OR'), name='agreement_only_an_amendment_asks_again'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('by_power', False), ('instrument__in', ['PKS', 'ADD']), _connector='OR'), name='agreement_power_for_pks_only'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('end_ground__in', ['', 'TERM', 'PARENT']), models.Q(('end_document_id__isnull', False), models.Q(('end_note', ''), _negated=True)), _connector='OR'), name='agreement_early_end_has_paper'),
        ),
    ]
