from flask import Flask, request, session

app = Flask(__name__)


@app.route("/set", methods=["POST"])
def set_value():
    session["role"] = request.form["role"]  # finding: The form of the request is put into the session
    session[request.form["key"]] = "on"  # finding: The form of the request is put into the session
    return {}
