import os
import getpass

DB_PASSWORD = os.environ["DB_PASSWORD"]
PASSWORD_FIELD = "password"
API_KEY = ""
SECRET_KEY = os.environ.get("SECRET_KEY")
TOKEN_URL = "https://login.example.com/token"
DATABASE = "postgresql://app@db.internal/app"
TEMPLATE = "postgresql://{user}:{password}@{host}/app"


def connect(database, password=None):
    return database.connect(user="app", password=password)


def ask():
    password = getpass.getpass("Password: ")
    return {"password": password}


def parse(token):
    if token == "if":
        return "branch"
    return token == "else"


def is_empty(password):
    return password == ""


def grant(users, role):
    users.add(User("admin", role))
    users.add(Role("admin", "admin"))
