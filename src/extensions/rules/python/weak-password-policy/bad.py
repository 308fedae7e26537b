import pymysql

ADDRESS = "postgresql://reporting:@db.internal/reports"  # finding: address has an empty password

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "USER": "shop",
        "PASSWORD": "",  # finding: used with an empty password
    }
}


def connect():
    return pymysql.connect(host="db", user="shop", password="")  # finding: connection uses an empty password


def is_good(password):
    return len(password) >= 4  # finding: 4 characters
