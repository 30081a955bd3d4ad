"""The environment is read strictly, and production cannot be started by half."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from kerjasama import env

BASE = Path(settings.BASE_DIR)
PRODUCTION = {
    "KERJASAMA_ENV": "production",
    "SECRET_KEY": "k" * 50,
    "ALLOWED_HOSTS": "kerjasama.example.go.id",
    "DATABASE_URL": "postgresql://kerjasama_app:rahasia@localhost/kerjasama",
}
ASK = (
    "from django.conf import settings as s; "
    "print(s.ENV, s.DEBUG, s.DEMO_MODE, s.SESSION_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, 'owner' in s.DATABASES)"
)


def settings_in(**variables: str) -> tuple[int, str]:
    """What a process says of itself that reads the settings with nothing but `variables`."""
    return asked(ASK, **variables)


def asked(question: str, **variables: str) -> tuple[int, str]:
    """Exit code and last line of that process."""
    clean = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "kerjasama.settings"}
    done = subprocess.run(
        [sys.executable, "-c", question], cwd=BASE, env=clean | variables, capture_output=True, text=True, check=False
    )
    return done.returncode, (done.stdout + done.stderr).strip().splitlines()[-1]


def test_production_is_strict():
    assert settings_in(**PRODUCTION) == (0, "production False False True True False")


def test_local_is_the_private_cluster_with_demo():
    assert settings_in() == (0, "local False True False False True")


def test_a_foreign_database_means_production_unless_said_otherwise():
    assert settings_in(**PRODUCTION | {"KERJASAMA_ENV": ""}) == (0, "production False False True True False")


def test_a_foreign_database_never_shows_the_demo():
    assert settings_in(**PRODUCTION | {"KERJASAMA_ENV": "local"}) == (0, "local False False False False False")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "pendek"}, "SECRET_KEY"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        ({"DATABASE_URL": ""}, "DATABASE_URL"),
        ({"DATABASE_URL": "sqlite:///x.db"}, "postgresql://"),
        ({"DEMO_MODE": "1"}, "DEMO_MODE"),
        ({"DEMO_MODE": "1", "KERJASAMA_ENV": "local"}, "DEMO_MODE"),
        ({"KERJASAMA_ENV": "prod"}, "KERJASAMA_ENV"),
        ({"DEMO_MODE": "mungkin"}, "DEMO_MODE"),
        ({"EMAIL_URL": "pigeon://loft"}, "EMAIL_URL"),
    ],
)
def test_a_half_set_production_does_not_start(change, said):
    code, line = settings_in(**PRODUCTION | change)
    assert code == 1
    assert line.startswith("django.core.exceptions.ImproperlyConfigured: ")
    assert said in line
    assert "rahasia" not in line


def test_a_database_address_is_taken_apart():
    assert env.database("postgresql://a%40b:s%3Ae@db.example:6432/kerja?sslmode=require") == {
        "NAME": "kerja", "USER": "a@b", "PASSWORD": "s:e", "HOST": "db.example", "PORT": "6432", "SSLMODE": "require",
    }  # fmt: skip


def test_a_socket_folder_may_hold_spaces():
    assert env.database("postgresql://app@/kerja?host=/srv/a%20b/socket")["HOST"] == "/srv/a b/socket"


def test_a_broken_address_is_not_repeated():
    with pytest.raises(ImproperlyConfigured) as problem:
        env.database("postgresql://app:rahasia@db:bukan-angka/kerja")
    assert str(problem.value) == "DATABASE_URL is not an address"
    assert problem.value.__suppress_context__


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("console:", {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}),
        (
            "file:///srv/a%20b",
            {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend", "EMAIL_FILE_PATH": "/srv/a b"},
        ),
    ],
)
def test_mail_addresses(url, found):
    assert env.mail(url) == found


@pytest.mark.parametrize(
    ("url", "port", "ssl", "tls"),
    [
        ("smtp://mail.example", 25, False, False),
        ("smtp://mail.example:587/?tls=1", 587, False, True),
        ("smtps://u:p%40s@mail.example", 465, True, False),
    ],
)
def test_mail_servers(url, port, ssl, tls):
    found = env.mail(url)
    assert (found["EMAIL_PORT"], found["EMAIL_USE_SSL"], found["EMAIL_USE_TLS"]) == (port, ssl, tls)


def test_a_kept_secret_stays_and_is_private(tmp_path):
    first = env.kept_secret(tmp_path / "new" / "key")
    assert (len(first) > 50, env.kept_secret(tmp_path / "new" / "key") == first) == (True, True)
    assert (tmp_path / "new" / "key").stat().st_mode & 0o777 == 0o600


def test_production_always_asks_for_the_second_factor():
    told = "from django.conf import settings; print(settings.SECOND_FACTOR_REQUIRED)"
    for environment, expected in (
        (PRODUCTION | {"SECOND_FACTOR_REQUIRED": "0"}, "True"),
        ({"KERJASAMA_ENV": "local", "DEMO_MODE": "1"}, "False"),
        ({"KERJASAMA_ENV": "local", "DEMO_MODE": "0"}, "True"),
    ):
        assert asked(told, **environment) == (0, expected)
