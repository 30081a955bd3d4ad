"""All settings in one file; what differs between places comes from the environment.

KERJASAMA_ENV says what this process is:
  local        `make run` on one's own machine: no debug pages, static files as in production, demo mode
  development  local with debug pages, for `manage.py runserver`
  test         pytest
  production   needs SECRET_KEY, ALLOWED_HOSTS and DATABASE_URL; https only, never demo mode
Unset it means local with the private cluster, and production as soon as DATABASE_URL is set.
"""

from pathlib import Path
from urllib.parse import quote

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from kerjasama import env

BASE_DIR = Path(__file__).resolve().parent.parent
LOCAL_DIR = BASE_DIR / ".local"

DATABASE_URL = env.text("DATABASE_URL")
ENV = env.text("KERJASAMA_ENV", "production" if DATABASE_URL else "local")
if ENV not in ("local", "development", "test", "production"):
    raise ImproperlyConfigured("KERJASAMA_ENV must be local, development, test or production")
PRODUCTION, TESTING = ENV == "production", ENV == "test"
DEBUG = ENV == "development"

# --- who we are -----------------------------------------------------------------------------------
if PRODUCTION:
    SECRET_KEY = env.text("SECRET_KEY")
    if len(SECRET_KEY) < 50:
        raise ImproperlyConfigured("SECRET_KEY must be set in production, 50 characters or more")
    ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
    if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
        raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts in production")
    if not DATABASE_URL:
        raise ImproperlyConfigured("DATABASE_URL must be set in production")
else:
    SECRET_KEY = env.text("SECRET_KEY") or (
        "only-for-tests-" * 4 if TESTING else env.kept_secret(LOCAL_DIR / "secret_key")
    )
    ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1],testserver")
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
SITE_URL = env.text("SITE_URL", f"http://127.0.0.1:{env.number('PORT', 8000)}")
DEMO_MODE = env.flag("DEMO_MODE", default=ENV in ("local", "development") and not DATABASE_URL)
if DEMO_MODE and (PRODUCTION or (DATABASE_URL and not TESTING)):
    raise ImproperlyConfigured("DEMO_MODE is only for the private cluster of `make run`, never for production")
DEMO_PASSWORD = env.text("DEMO_PASSWORD", default="Wanasari-2026")  # every account of the demo region
DEMO_PIN = env.text("DEMO_PIN", default="481926")  # of everyone there who gives paraf
# Who parafs, signs, decides or administers needs a second factor. Production knows no way round it; the demo region
# is exempt, because its passwords are shown on the sign-in page.
SECOND_FACTOR_REQUIRED = PRODUCTION or env.flag("SECOND_FACTOR_REQUIRED", default=not (DEMO_MODE or TESTING))

# --- rooms ----------------------------------------------------------------------------------------
ROOMS = [
    "kerjasama.core",
    "kerjasama.accounts",
    "kerjasama.parties",
    "kerjasama.workflow",  # replaces `migrate` by the one that installs the database's guards
    "kerjasama.documents",
    "kerjasama.notifications",
    "kerjasama.reviews",
    "proposals",
    "agreements",
    "monitoring",
    "kerjasama.counter",
    "kerjasama.importing",
    "kerjasama.statutory",
    "kerjasama.desk",
    "kerjasama.setup",
    "kerjasama.demo",
]
# Rooms still being built are left out until they are there.
ROOMS = [room for room in ROOMS if (BASE_DIR / room.replace(".", "/") / "apps.py").exists()]
INSTALLED_APPS = [
    "kerjasama.desk.admin_config.HouseAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    *ROOMS,
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "simple_history",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "csp",
]
FRAME_PROVIDERS = (
    "kerjasama.accounts.frame.share",
    "kerjasama.notifications.frame.share",
    "kerjasama.desk.frame.provide",
    "kerjasama.counter.frame.share",
    "kerjasama.setup.frame.provide",
)

PARAMETER_REACH = "kerjasama.desk.reach.reach"

# --- a request ------------------------------------------------------------------------------------
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "kerjasama.core.middleware.RequestCodeMiddleware",
    "kerjasama.core.middleware.NoStoreMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "kerjasama.counter.middleware.PartnerMiddleware",
    "kerjasama.core.middleware.ParameterSnapshotMiddleware",
    "kerjasama.core.middleware.RefusalMiddleware",
    "kerjasama.accounts.middleware.SecondFactorMiddleware",
]
ROOT_URLCONF = "kerjasama.urls"
WSGI_APPLICATION = "kerjasama.wsgi.application"
FORM_RENDERER = "kerjasama.core.forms.KerjasamaRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kerjasama.core.context_processors.frame",
            ],
        },
    }
]
# Uploads are streamed to disk above 2 MB; a form without files stays small.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_PERMISSIONS = 0o640


# --- database: two roles, owner for migrations, application for everything else ------------------
def _database(url: str) -> dict:
    parts = env.database(url)
    sslmode = parts.pop("SSLMODE")
    options = {"sslmode": sslmode} if sslmode else {}
    return {"ENGINE": "django.db.backends.postgresql", "OPTIONS": options, **parts}


def _private(role: str) -> str:
    """Address of the private cluster; its socket may live elsewhere when the path here is too long."""
    pointer = LOCAL_DIR / "pg.socket"
    folder = pointer.read_text().strip() if pointer.exists() else str(LOCAL_DIR / "pg" / "socket")
    return f"postgresql://{role}@/kerjasama?host={quote(folder)}"


OWNER_URL = env.text("DATABASE_OWNER_URL") or ("" if DATABASE_URL else _private("kerjasama_owner"))
DATABASES = {"default": _database(DATABASE_URL or _private("kerjasama_app"))}
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
# A page never waits for ever; the owner's migrations may take their time.
DATABASES["default"]["OPTIONS"]["options"] = (
    "-c statement_timeout=30s -c idle_in_transaction_session_timeout=60s -c lock_timeout=5s"
)
if OWNER_URL:
    DATABASES["owner"] = _database(OWNER_URL) | {"TEST": {"MIRROR": "default"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "kerjasama_cache"}}
# Counters live here: with the 300 entries of the default a flood of new ones would push out those it should hit.
CACHES["default"]["OPTIONS"] = {"MAX_ENTRIES": 100_000, "CULL_FREQUENCY": 10}

# --- work after commit: rows written in the same transaction, run by `manage.py db_worker` --------
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
if TESTING and not env.flag("TASKS_IN_DATABASE"):
    TASKS["default"]["BACKEND"] = "django_tasks.backends.immediate.ImmediateBackend"

# --- language and time ----------------------------------------------------------------------------
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Indonesia")]
TIME_ZONE = env.text("TIME_ZONE", "Asia/Jakarta")
USE_I18N = USE_TZ = True
USE_THOUSAND_SEPARATOR = False

# --- files ----------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(env.text("STATIC_ROOT", str(LOCAL_DIR / "static")))
MEDIA_ROOT = Path(env.text("MEDIA_ROOT", str(LOCAL_DIR / "media")))
_PLAIN, _HASHED = (
    "django.contrib.staticfiles.storage.StaticFilesStorage",
    "whitenoise.storage.CompressedManifestStaticFilesStorage",
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _PLAIN if DEBUG or TESTING else _HASHED},
}
# Tests find the files where they are written; nothing needs to be collected first.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG or TESTING

# --- electronic signatures (kerjasama/documents/signing): keys lie outside the repository and the database ---------------
ESIGN_BACKEND = env.text("ESIGN_BACKEND", "local")
if ESIGN_BACKEND not in ("local", "bsre_v1", "bsre_v2"):
    raise ImproperlyConfigured("ESIGN_BACKEND must be local, bsre_v1 or bsre_v2")
ESIGN_KEYS = Path(env.text("ESIGN_KEYS", str(LOCAL_DIR / "signing")))
ESIGN_TRUST = env.text("ESIGN_TRUST")  # folder of PEM files: roots of Indonesian PSrE
ESIGN_TSA_URL = env.text("ESIGN_TSA_URL")
BSRE_URL, BSRE_CA_BUNDLE = env.text("BSRE_URL"), env.text("BSRE_CA_BUNDLE")
BSRE_USERNAME, BSRE_PASSWORD = env.text("BSRE_USERNAME"), env.text("BSRE_PASSWORD")
BSRE_TIMEOUT = env.number("BSRE_TIMEOUT", 45)
BSRE_NAMES = env.pairs("BSRE_NAMES")
if ESIGN_BACKEND != "local" and not (BSRE_URL and BSRE_USERNAME and BSRE_PASSWORD):
    raise ImproperlyConfigured("BSRE_URL, BSRE_USERNAME and BSRE_PASSWORD must be set for the e-Sign client service")

# --- people ---------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "kerjasama.accounts.backends.OfficeBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
PARTNER_HOME_URL = "counter:mine"
LOGOUT_REDIRECT_URL = ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "kerjasama.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {"login": "kerjasama.accounts.forms.LoginForm"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody signs up here, so nobody is invited to
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# Counted in the shared cache, so over all processes; the office sits behind one address.
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "5/10m/key,50/10m/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("PROXY_COUNT", 0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ADAPTER = "kerjasama.accounts.second_factor_adapter.SecondFactorAdapter"
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Kerja Sama Daerah"
USERSESSIONS_TRACK_ACTIVITY = False  # a GET writes nothing but the session itself
SIMPLE_HISTORY_REVERT_DISABLED = True

# --- sessions and https ---------------------------------------------------------------------------
SESSION_COOKIE_AGE = 30 * 60  # idle minutes: each page begins them anew
SESSION_SAVE_EVERY_REQUEST = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 365 * 86400 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if env.number("PROXY_COUNT", 0):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

# --- mail and log ---------------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("DEFAULT_FROM_EMAIL", "Kerja Sama Daerah <kerjasama@localhost>")
globals().update(env.mail(env.text("EMAIL_URL", "memory:" if TESTING else (LOCAL_DIR / "mail").as_uri())))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "INFO")},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # Every step of every paper would bury what matters.
        **{name: {"level": "WARNING"} for name in ("weasyprint", "fontTools", "pikepdf", "django_tasks")},
    },
}
