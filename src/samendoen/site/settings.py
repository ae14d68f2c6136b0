"""All settings. Each environment variable is documented at the line that reads it."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from samendoen.kernel.sleutels import sleutel
from samendoen.site.databank import django_databank, samendoen_home
from samendoen.site.demo.stand import demo_vandaag

PAKKET = Path(__file__).resolve().parent.parent

# SAMENDOEN_HOME: data folder of this installation (embedded database, figures). Default: .samendoen
SAMENDOEN_HOME = samendoen_home()
# SAMENDOEN_SLEUTELS: folder of the keys. Never inside SAMENDOEN_HOME, never in a backup of it.
SAMENDOEN_SLEUTELS = Path(
    os.environ.get("SAMENDOEN_SLEUTELS") or SAMENDOEN_HOME.with_name(SAMENDOEN_HOME.name + "-sleutels")
)
# SAMENDOEN_GEMEENTE: CBS code of the municipality of this database (one municipality = one database).
SAMENDOEN_GEMEENTE = os.environ.get("SAMENDOEN_GEMEENTE", "1961")
# SAMENDOEN_VANDAAG: ISO date that the clock shows instead of today (demo and exercises only).
SAMENDOEN_VANDAAG = os.environ.get("SAMENDOEN_VANDAAG") or demo_vandaag(SAMENDOEN_HOME)
# SAMENDOEN_VIRUSSCANNER: command that reads a file on its standard input and ends with 0 when it is clean, 1
# when it is not ("clamdscan --no-summary -"). Empty: files are not scanned, and the screens say so.
SAMENDOEN_VIRUSSCANNER = os.environ.get("SAMENDOEN_VIRUSSCANNER", "")
# SAMENDOEN_BERICHTEN: folder through which messages with providers come and go (in/, uit/, archief/, fout/).
SAMENDOEN_BERICHTEN = Path(os.environ.get("SAMENDOEN_BERICHTEN") or SAMENDOEN_HOME / "berichten")
# SAMENDOEN_BERICHTEN_VORM: how those messages travel: "kaal" (the XML itself) or "ggk0210" (each in the StUF
# envelope of the municipal side of the chain).
SAMENDOEN_BERICHTEN_VORM = os.environ.get("SAMENDOEN_BERICHTEN_VORM") or "kaal"
# SAMENDOEN_DEBUG: 1 shows technical error pages and the component gallery. Never in production.
DEBUG = os.environ.get("SAMENDOEN_DEBUG", "") == "1"
# SAMENDOEN_HOSTS: comma separated host names under which this installation is reached.
ALLOWED_HOSTS = [h for h in os.environ.get("SAMENDOEN_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if h]
# SAMENDOEN_HTTPS: 1 when users reach this installation over https (cookies and HSTS follow).
HTTPS = os.environ.get("SAMENDOEN_HTTPS", "") == "1"

SECRET_KEY = sleutel(SAMENDOEN_SLEUTELS, "sessie", 64).hex()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "procrastinate.contrib.django",
    "samendoen.kernel",
    "samendoen.schil",
    "samendoen.organisatie",
    "samendoen.werk",
    "samendoen.inwoners",
    "samendoen.kaart",
    "samendoen.toegang",
    "samendoen.casus",
    "samendoen.besluiten",
    "samendoen.berichten",
    "samendoen.cijfers",
    "samendoen.beleid",
    "samendoen.site",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "samendoen.kernel.web.middleware.Samendoen",
]

ROOT_URLCONF = "samendoen.site.urls"
WSGI_APPLICATION = "samendoen.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PAKKET / "site" / "web" / "templates"],  # before allauth's own
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samendoen.schil.context.schil",
            ],
        },
    }
]
FORM_RENDERER = "samendoen.schil.formulier.Weergave"

DATABASES = {"default": django_databank()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "kernel.Gebruiker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "gebruikersnaam"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "samendoen.kernel.web.aanmelden.Aanmelden"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "voorpagina"
ACCOUNT_LOGOUT_REDIRECT_URL = "voorpagina"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [PAKKET / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
# npm packages are served as they are installed; nothing of them is in this repository.
NODE_MODULES = Path(os.environ.get("SAMENDOEN_NODE_MODULES") or Path.cwd() / "node_modules")
# SAMENDOEN_HUISSTIJL: samendoen, voorbeeld, or "path/in/node_modules.css class" of a municipality's tokens.
SAMENDOEN_HUISSTIJL = os.environ.get("SAMENDOEN_HUISSTIJL", "samendoen")
STATIC_ROOT = SAMENDOEN_HOME / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "samendoen.schil.statisch.NpmFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = DEBUG

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
CSRF_FAILURE_VIEW = "samendoen.site.web.fouten.verlopen"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 10 * 60 * 60  # one working day
SECURE_SSL_REDIRECT = False  # the reverse proxy redirects
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
# A file that is sent stays in memory and is never on disk in plain; what is larger is not taken at all.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 11 * 1024 * 1024
SILENCED_SYSTEM_CHECKS: list[str] = []

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

LOGGING_CONFIG = None  # structlog, see kernel.logboek
