from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0012_real_end_in_the_register'),
    ]

    operations = [
        migrations.AddField(
            model_name='cooperationresult',
            name='grant_reference',
            field=models.CharField(blank=True, max_length=160, verbose_name='perjanjian hibah'),
        ),
        migrations.AddField(
            model_name='historicalcooperationresult',
            name='grant_reference',
            field=models.CharField(blank=True, max_length=160, verbose_name='perjanjian hibah'),
        ),
    ]
