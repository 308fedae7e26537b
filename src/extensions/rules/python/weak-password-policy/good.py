import os
import pymysql

ADDRESS = "postgresql://reporting@db.internal/reports"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "USER": "shop",
        "PASSWORD": os.environ["DB_PASSWORD"],
    }
}


def connect(password):
    return pymysql.connect(host="db", user="shop", password=password)


def is_good(password):
    return len(password) >= 12 and len(password) > 0
