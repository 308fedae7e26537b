from django.http import HttpResponseRedirect
from flask import Flask, redirect, request

app = Flask(__name__)


@app.route("/out")
def out():
    return redirect(request.args.get("to"))  # finding: The query string decides to which site


@app.route("/login", methods=["POST"])
def login():
    target = request.form.get("next", "/")
    return redirect(f"{target}?ok=1", code=302)  # finding: The form of the request decides


def leave(request):
    return HttpResponseRedirect(request.GET["url"])  # finding: The query string decides


@app.route("/header")
def header():
    response = app.make_response("")
    response.headers["Location"] = request.args["to"]  # finding: The query string decides to which site
    return response, 302
