import hashlib
import os
import bcrypt
from flask import request
from werkzeug.security import generate_password_hash


def slow(password):
    return bcrypt.hashpw(password.encode(), bcrypt.gensalt())


def stretched(password):
    return hashlib.pbkdf2_hmac("sha256", password.encode(), os.urandom(16), 600000)


def not_a_password(document):
    return hashlib.sha256(document).hexdigest()


def register(cursor):
    name = request.form["name"]
    password = generate_password_hash(request.form["password"])
    cursor.execute("INSERT INTO users (name, password) VALUES (?, ?)", (name, password))


def repeated(password, confirm_password):
    return password == confirm_password
