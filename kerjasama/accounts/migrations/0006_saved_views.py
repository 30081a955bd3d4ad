
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_state_emblem_of_papers'),
    ]

    operations = [
        migrations.CreateModel(
            name='SavedView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('page', models.SlugField(max_length=40, verbose_name='halaman')),
                ('name', models.CharField(max_length=60, verbose_name='nama')),
                ('query', models.CharField(max_length=1500, verbose_name='saringan')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_views', to=settings.AUTH_USER_MODEL, verbose_name='pengguna')),
            ],
            options={
                'verbose_name': 'tampilan tersimpan',
                'verbose_name_plural': 'tampilan tersimpan',
                'ordering': ['name', 'pk'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('user', 'page', 'name'), name='savedview_name_once')],
            },
        ),
    ]
