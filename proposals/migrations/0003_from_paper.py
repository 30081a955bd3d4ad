from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('proposals', '0002_affairs'),
    ]

    operations = [
        migrations.AddField(
            model_name='historicalproposal',
            name='from_paper_on',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='masuk dari proses kertas'),
        ),
        migrations.AddField(
            model_name='proposal',
            name='from_paper_on',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='masuk dari proses kertas'),
        ),
    ]
