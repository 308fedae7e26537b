from flask import Flask, request, session

app = Flask(__name__)


@app.route("/set", methods=["POST"])
def set_value():
    role = request.form["role"]
    if role in ("guest", "member"):
        session["role"] = role
    session["count"] = int(request.form["count"])
    session["seen"] = True
    return {}
