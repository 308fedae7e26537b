from flask import Flask, make_response

app = Flask(__name__)
app.config["SESSION_COOKIE_SECURE"] = False  # finding: 'SESSION_COOKIE_SECURE' is off


@app.route("/in")
def sign_in():
    response = make_response("welcome")
    response.set_cookie("session", new_session())  # finding: without secure and httponly
    response.set_cookie("user", current_name(), secure=False, httponly=True)  # finding: without secure
    return response
