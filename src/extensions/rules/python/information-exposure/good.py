import os
from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/status")
def status():
    return jsonify({"region": os.environ.get("REGION")})


@app.route("/me")
def me():
    user = load_user()
    return jsonify({"name": user.name})


def sign_in(name, password):
    user = find(name)
    if user is None or not user.matches(password):
        return "Wrong user name or password"
    return "welcome"
