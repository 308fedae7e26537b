import os
from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/status")
def status():
    return jsonify(dict(os.environ))  # finding: environment


@app.route("/me")
def me():
    user = load_user()
    return jsonify({"name": user.name, "password": user.password})  # finding: 'password'


def sign_in(name, password):
    user = find(name)
    if user is None:
        return "User does not exist"  # finding: unknown user
    if not user.matches(password):
        return "Wrong password"
    return "welcome"
