from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('monitoring', '0002_indicators_plans_and_findings'),
    ]

    operations = [
        migrations.AddField(
            model_name='historicalindicator',
            name='counts',
            field=models.CharField(choices=[('LEVEL', 'Keadaan, atau jumlah sejak naskah berlaku'), ('YEARLY', 'Jumlah dalam setahun, mulai dari nol setiap tahun')], default='LEVEL', max_length=6, verbose_name='cara hitung'),
        ),
        migrations.AddField(
            model_name='indicator',
            name='counts',
            field=models.CharField(choices=[('LEVEL', 'Keadaan, atau jumlah sejak naskah berlaku'), ('YEARLY', 'Jumlah dalam setahun, mulai dari nol setiap tahun')], default='LEVEL', max_length=6, verbose_name='cara hitung'),
        ),
    ]
