from flask import Flask, abort, request

app = Flask(__name__)


@app.route("/internal")
def internal():
    address = request.remote_addr
    if address != "10.0.0.1":
        abort(403)
    return "figures"


@app.route("/log")
def logged():
    address = request.headers.get("X-Forwarded-For")
    record(address)
    return "seen"
