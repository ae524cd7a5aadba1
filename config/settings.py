"""Every setting of the site, from the environment only; `.env.example` says what they mean."""

from pathlib import Path

from csp.constants import NONE, SELF

from config import addresses, environment, services
from config.hostnames import is_loopback

BASE_DIR = Path(__file__).resolve().parent.parent

# What the environment says
DEBUG = environment.switch("DEBUG", default=False)
SECRET_KEY = environment.secret("SECRET_KEY", needed=not DEBUG)
SITE_URL = addresses.site("SITE_URL", default="http://127.0.0.1:8000")
ALLOWED_HOSTS = addresses.hosts("ALLOWED_HOSTS", default=[addresses.host_of(SITE_URL)])
BEHIND_PROXY = environment.switch("BEHIND_PROXY", default=False)
HSTS_SECONDS = environment.count("HSTS_SECONDS", default=3600)
URGENT_REVIEW_HOURS = environment.count("URGENT_REVIEW_HOURS", default=24)
LOG_LEVEL = environment.choice(
    "LOG_LEVEL", default="INFO", among=("DEBUG", "INFO", "WARNING", "ERROR")
)
DATA_DIR = environment.folder("DATA_DIR", default=BASE_DIR / "var")
DATABASES = {"default": services.database("DATABASE_URL", default=DATA_DIR / "db.sqlite3")}
CACHES = {"default": services.cache("CACHE_URL")}

# Newest first; the first one signs the audit chain, the others still prove older entries.
AUDIT_KEYS = environment.keys("AUDIT_KEYS")
AUDIT_HEAD_COPY = environment.file("AUDIT_HEAD_COPY")

# What is sent: nothing, unless a mail server or an office messenger is named
MAIL = services.mail("EMAIL_URL")
MAILS = bool(MAIL)
EMAIL_BACKEND = MAIL.get("EMAIL_BACKEND", "django.core.mail.backends.dummy.EmailBackend")
EMAIL_HOST, EMAIL_PORT = MAIL.get("EMAIL_HOST", ""), MAIL.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = MAIL.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = MAIL.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.get("EMAIL_USE_TLS", False), MAIL.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = addresses.sender("MAIL_FROM", needed=MAILS)
WEBHOOK_ALLOW_PRIVATE = environment.switch("WEBHOOK_ALLOW_PRIVATE", default=False)
WEBHOOK_URL = addresses.webhook("WEBHOOK_URL", private=WEBHOOK_ALLOW_PRIVATE)
WEBHOOK_KEY = environment.key("WEBHOOK_KEY", needed=bool(WEBHOOK_URL))

# Articles as .pdf, where the extra ``pdf`` is installed: on, and how much of them is kept
PDF = environment.switch("PDF", default=True)
PDF_KEPT_MB = environment.count("PDF_KEPT_MB", default=500)

# Finished pages on disk (docs/page-store.md): off with 0, and where pages are worked on
PAGE_STORE = environment.folder("PAGE_STORE", default=DATA_DIR / "pages")
PAGE_STORE_MB = environment.count("PAGE_STORE_MB", default=0 if DEBUG else 1000)
# Where pages are read back after a change, as a reader would
PROBE_URL = addresses.site("PROBE_URL", default=SITE_URL)

# The programs
INSTALLED_APPS = [
    "taggit",
    "bulletins",
    "accounts",
    "regions",
    "bulletins.public.apps.PublicConfig",
    "bulletins.editing.apps.EditingConfig",
    "bulletins.editing.apps.SiteConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "ckeditor",
    "csp",
]
MIDDLEWARE = [
    "bulletins.store.filling.Fill",
    "bulletins.public.middleware.HeadersOnly",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "bulletins.public.policy.Policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "bulletins.editing.middleware.OnlyUtf8",
    "bulletins.public.middleware.OldAddresses",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "bulletins.public.middleware.SaysWhy",
    "bulletins.editing.middleware.RefusalMiddleware",
]
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
                "bulletins.public.pages.furniture_of_any_page",
            ]
        },
    }
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.sign_in.PasswordBackend"]
# A demo account signs in only where nobody but this machine can reach it.
DEMO_ACCOUNTS = is_loopback(addresses.host_of(SITE_URL))
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "accounts.sign_in.LongEnough"},
    *(
        {"NAME": f"django.contrib.auth.password_validation.{name}"}
        for name in (
            "UserAttributeSimilarityValidator",
            "CommonPasswordValidator",
            "NumericPasswordValidator",
        )
    ),
]

# Language and time: kept in UTC, spoken in Beijing time
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# Tags: 数据安全 and 数据安全 typed twice, in any case and with any separator, are one tag
TAGGIT_CASE_INSENSITIVE = True
TAGGIT_TAGS_FROM_STRING = "bulletins.tagging.read_tags"
TAGGIT_STRING_FROM_TAGS = "bulletins.tagging.write_tags"

# Files
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "config.static_files.WantedFiles",
]
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = DATA_DIR / "uploads"
# What somebody uploaded is never handed out as a page, and never cleared away as one.
environment.apart("PAGE_STORE", PAGE_STORE, (MEDIA_ROOT, STATIC_ROOT))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# The edition page of a bulletin of 34 regions posts some 250 fields, and may grow.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10000
# A paste from Word carries its pictures in the text.
DATA_UPLOAD_MAX_MEMORY_SIZE = 25_000_000

# What a browser may do with our pages
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],  # the admin's stylesheets carry small icons
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "bulletins.public.failing.unproven_page"
HTTPS = SITE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = HSTS_SECONDS if HTTPS else 0
# Only a proxy of ours may say that the reader came by https: it must overwrite the header.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SILENCED_SYSTEM_CHECKS = [
    # CKEditor 4 is at its end of life: what of it runs, and what guards it, is in docs/editor.md
    "ckeditor.W001",
    "security.W005",  # sister sites below the same name are not ours to promise https for
    "security.W021",  # a place in browsers' preload lists is the domain owner's decision
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "config.logs.Line",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    # Django's own handlers would mail errors, and stay silent with DEBUG off.
    "loggers": {"django": {"handlers": [], "level": LOG_LEVEL, "propagate": True}},
}
