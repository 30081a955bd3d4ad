from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0008_adendum'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='cooperationresult',
            name='cooperationresult_is_booked',
        ),
        migrations.AlterField(
            model_name='cooperationresult',
            name='kind',
            field=models.CharField(choices=[('MONEY', 'Uang, disetor ke kas daerah'), ('GOODS', 'Barang, dicatat sebagai aset daerah'), ('OTHER', 'Hasil lain, dinilai dengan rupiah')], max_length=8, verbose_name='jenis hasil'),
        ),
        migrations.AlterField(
            model_name='historicalcooperationresult',
            name='kind',
            field=models.CharField(choices=[('MONEY', 'Uang, disetor ke kas daerah'), ('GOODS', 'Barang, dicatat sebagai aset daerah'), ('OTHER', 'Hasil lain, dinilai dengan rupiah')], max_length=8, verbose_name='jenis hasil'),
        ),
        migrations.AddConstraint(
            model_name='cooperationresult',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'MONEY'), models.Q(('deposit_number', ''), _negated=True), models.Q(('account', ''), _negated=True)), models.Q(('kind', 'GOODS'), models.Q(('asset_number', ''), _negated=True)), ('kind', 'OTHER'), _connector='OR'), name='cooperationresult_is_booked'),
        ),
    ]
