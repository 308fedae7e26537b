from flask import Flask, make_response

app = Flask(__name__)
app.config["SESSION_COOKIE_SECURE"] = True


@app.route("/in")
def sign_in():
    response = make_response("welcome")
    response.set_cookie("session", new_session(), secure=True, httponly=True, samesite="Lax")
    return response


@app.route("/out")
def sign_out():
    response = make_response("bye")
    response.set_cookie("session", "", expires=0)
    return response


def as_configured(response, name, value, settings):
    response.set_cookie(name, value, secure=settings.secure, httponly=settings.http_only)
    response.set_cookie(name, value, **settings.cookie)
