import hashlib
import hmac
from flask import request

API_TOKEN = load_token()


def authentic(key, message, signature):
    return hmac.new(key, message, hashlib.sha256).hexdigest() == signature  # finding: authentication code


def authentic_again(key, message, other):
    made = hmac.new(key, message, hashlib.sha256).digest()
    return hmac.new(key, other, hashlib.sha256).digest() == made  # finding: authentication code


def allowed():
    token = request.headers.get("X-Token")
    if token != API_TOKEN:  # finding: compared in variable time
        return "no"
    return "yes"


def same(stored_password, password):
    for place in range(len(stored_password)):
        if stored_password[place] != password[place]:  # finding: item by item
            return False
    return True
