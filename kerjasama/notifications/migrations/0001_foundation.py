import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kerjasama.core.clock


class Migration(migrations.Migration):

    replaces = [
        ('notifications', '0001_initial'),
        ('notifications', '0002_calendar_with_the_mail'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Notification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200, verbose_name='kunci')),
                ('title', models.CharField(max_length=200, verbose_name='judul')),
                ('body', models.TextField(blank=True, verbose_name='isi')),
                ('url', models.CharField(blank=True, max_length=300, verbose_name='tautan')),
                ('calendar', models.TextField(blank=True, verbose_name='berkas kalender')),
                ('created_at', models.DateTimeField(default=kerjasama.core.clock.now, verbose_name='dibuat pada')),
                ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='dibaca pada')),
                ('mailed_at', models.DateTimeField(blank=True, null=True, verbose_name='surel terkirim pada')),
                ('mail_attempts', models.PositiveSmallIntegerField(default=0, verbose_name='percobaan kirim')),
                ('mail_error', models.TextField(blank=True, verbose_name='galat surel')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notifications', to=settings.AUTH_USER_MODEL, verbose_name='penerima')),
            ],
            options={
                'verbose_name': 'pemberitahuan',
                'verbose_name_plural': 'pemberitahuan',
                'ordering': ['-created_at', '-id'],
                'default_permissions': ('view',),
                'indexes': [models.Index(condition=models.Q(('read_at__isnull', True)), fields=['user'], name='notification_unread'), models.Index(fields=['user', '-created_at', '-id'], name='notification_inbox')],
                'constraints': [models.UniqueConstraint(fields=('user', 'key'), name='notification_once_per_key')],
            },
        ),
    ]
