from flask import Flask, abort, request

app = Flask(__name__)


@app.route("/internal")
def internal():
    address = request.headers.get("X-Forwarded-For")  # finding: decides what is allowed
    if address != "10.0.0.1":
        abort(403)
    return "figures"


@app.route("/local")
def local():
    address = request.headers["X-Real-IP"]  # finding: decides what is allowed
    if address.startswith("192.168."):
        return "figures"
    return "nothing"
