"""Settings of the project, read from the environment once; the README has them as a table."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from proceedings.database.url import databases_from
from proceedings.environment import Environment, secret_key

environment = Environment(os.environ)

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(environment.text("DATA_DIR") or BASE_DIR / "var")

# --- where it runs ---------------------------------------------------------------------------------------------
DEBUG = environment.flag("DEBUG")
SITE_URL = environment.url("SITE_URL", default="http://localhost:8000", schemes=("https", "http"))
IS_HTTPS = SITE_URL.startswith("https://")
SECRET_KEY = secret_key(environment.text("SECRET_KEY"), folder=DATA_DIR, is_public=IS_HTTPS)
SECRET_KEY_FALLBACKS = environment.words("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS") or [
    urlsplit(SITE_URL).hostname or "localhost",
    *([] if IS_HTTPS else ["localhost", "127.0.0.1", "[::1]"]),
]
IS_BEHIND_PROXY = environment.flag("BEHIND_PROXY")
INTERNAL_IPS: list[str] = []

# --- what it is made of ----------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "proceedings.apps.ProceedingsConfig",
    "submissions.apps.SubmissionsConfig",
    "proceedings.admin.apps.RegisterConfig",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
]
MIDDLEWARE = [
    "proceedings.web.headers.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "proceedings.publishing.serving.PublishedPagesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "proceedings.accounts.sessions.SessionLimitsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "proceedings.urls"
WSGI_APPLICATION = "proceedings.wsgi.application"
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
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- PostgreSQL ------------------------------------------------------------------------------------------------
DATABASES = {"default": databases_from(os.environ.get("DATABASE_URL"), BASE_DIR)}
CACHES = {  # for counting sign-in attempts; pages are never cached here
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "rate_limits"}
}
PGHISTORY_APPEND_ONLY = True
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""  # a worker loads what is named here; most commands run no job
PROCRASTINATE_IMPORT_PATHS = ["proceedings.publishing.tasks", "submissions.tasks"]

# --- language, dates and numbers -------------------------------------------------------------------------------
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "proceedings" / "locale"]
FORMAT_MODULE_PATH = ["proceedings.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

# --- files -----------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "attachments", "base_url": None},
    },
    "intake": {  # what was not screened yet: kept or wiped, never served
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "intake", "base_url": None},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MANIFEST_STRICT = False
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG
FONT_DIR = environment.text("FONT_DIR")
DATA_UPLOAD_MAX_MEMORY_SIZE = (
    16 * 1024 * 1024
)  # a long text typed into a field is told what is wrong, not cut off
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# --- accounts --------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "proceedings.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "proceedings.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "proceedings.accounts.adapter.ClosedAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # our own form writes to them: there is no sign-up page to point at
ACCOUNT_FORMS = {
    "login": "proceedings.accounts.forms.SignInForm",
    "change_password": "proceedings.accounts.forms.ChangePasswordForm",
    "reset_password": "proceedings.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "proceedings.accounts.forms.NewPasswordForm",
}
ACCOUNT_RATE_LIMITS = {  # "key" is an account at one place: see proceedings/accounts/adapter.py
    "login": "60/m/ip",
    "login_failed": "30/m/ip,5/5m/key,10/30m/key,20/6h/key",
    "login_failed_anywhere": "50/h/key",
    "reset_password": "20/m/ip,5/h/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if IS_BEHIND_PROXY else 0
PASSWORD_RESET_TIMEOUT = 600
KNOWN_BROWSER_COOKIE = "__Host-known" if IS_HTTPS else "known"

# --- e-mail ----------------------------------------------------------------------------------------------------
SMTP_URL = environment.text("SMTP_URL")
if SMTP_URL:
    smtp = urlsplit(environment.url("SMTP_URL", default="", schemes=("smtp", "smtps")))
    EMAIL_HOST, EMAIL_PORT = smtp.hostname or "", smtp.port or (465 if smtp.scheme == "smtps" else 587)
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = smtp.username or "", smtp.password or ""
    EMAIL_USE_SSL = smtp.scheme == "smtps"
    EMAIL_USE_TLS = smtp.scheme == "smtp"
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
# Mails are picked up from here (submissions/pickup.py): read only, nothing is marked or deleted.
IMAP_URL = environment.text("IMAP_URL") and environment.url("IMAP_URL", default="", schemes=("imaps", "imap"))
IMAP_FOLDERS = environment.pairs("IMAP_FOLDERS")
DEFAULT_FROM_EMAIL = environment.text("FROM_EMAIL", "ky-yeu@localhost")

# --- security --------------------------------------------------------------------------------------------------
SECURE_CSP = {
    "default-src": ["'none'"],
    "style-src": ["'self'"],
    "script-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
    "manifest-src": ["'self'"],
}
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_HTTPS
SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if IS_BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_NAME = "__Host-session" if IS_HTTPS else "session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_NAME = "__Host-csrf" if IS_HTTPS else "csrf"
CSRF_FAILURE_VIEW = "proceedings.web.errors.csrf_failure"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = IS_HTTPS
LANGUAGE_COOKIE_SAMESITE = "Lax"

# --- forms -----------------------------------------------------------------------------------------------------
CRISPY_ALLOWED_TEMPLATE_PACKS = ["kyyeu"]
CRISPY_TEMPLATE_PACK = "kyyeu"

# --- logging ---------------------------------------------------------------------------------------------------
LOG_LEVEL = environment.choice("LOG_LEVEL", choices=("DEBUG", "INFO", "WARNING", "ERROR"), default="INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"procrastinate": {"level": "WARNING"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
}

environment.refuse_unknown()
