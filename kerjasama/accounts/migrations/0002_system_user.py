from django.contrib.auth.hashers import make_password
from django.db import migrations


def create_system_user(apps, schema_editor):
    # No password can ever match; the account only signs what the clock does.
    apps.get_model("accounts", "User").objects.get_or_create(
        username="sistem",
        defaults={"full_name": "Sistem", "password": make_password(None), "is_active": True},
    )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_foundation")]
    operations = [migrations.RunPython(create_system_user, migrations.RunPython.noop)]
