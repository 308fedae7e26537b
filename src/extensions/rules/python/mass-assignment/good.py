from flask import Flask, request

from models import User

app = Flask(__name__)


@app.route("/user", methods=["POST"])
def create():
    body = request.get_json()
    user = User(name=body["name"], town=body["town"])
    for key in ("name", "town"):
        setattr(user, key, body[key])
    return {}


def build(settings):
    return User(**settings)
