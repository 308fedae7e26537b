import hashlib
import hmac
from flask import request

API_TOKEN = load_token()


def authentic(key, message, signature):
    return hmac.compare_digest(hmac.new(key, message, hashlib.sha256).hexdigest(), signature)


def allowed():
    token = request.headers.get("X-Token")
    return token is not None and hmac.compare_digest(token, API_TOKEN)


def parse(token, expected):
    return token == expected.kind


def repeated(password, confirm_password):
    return password == confirm_password


def missing(password):
    return password == ""
