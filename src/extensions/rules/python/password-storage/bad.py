import base64
import hashlib
from flask import request


def fast(password):
    return hashlib.sha256(password.encode()).hexdigest()  # finding: without a salt


def fast_with_salt(password, salt):
    return hashlib.sha512((salt + password).encode()).hexdigest()  # finding: made to be fast


def same_salt(password):
    return hashlib.pbkdf2_hmac("sha256", password, b"pepper", 200000)  # finding: same salt


def few_rounds(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password, salt, 100)  # finding: only 100 rounds


def encoded(password):
    return base64.b64encode(password.encode())  # finding: only encoded


def register(cursor):
    name = request.form["name"]
    password = request.form["password"]
    cursor.execute("INSERT INTO users (name, password) VALUES (?, ?)", (name, password))  # finding: as it was entered


def note(name, password):
    with open("accounts.txt", "a") as accounts:
        accounts.write(f"{name}:{password}")  # finding: written to a file


def register_by_text(cursor):
    password = request.form["password"]
    cursor.execute(f"INSERT INTO users (password) VALUES ('{password}')")  # finding: as it was entered
