from urllib.parse import urlparse

from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from flask import Flask, redirect, request, url_for

app = Flask(__name__)
HOSTS = {"example.com"}


@app.route("/out")
def out():
    target = request.args.get("to")
    if urlparse(target).netloc not in HOSTS:
        return redirect("/")
    return redirect(target)


@app.route("/page")
def page():
    return redirect(url_for("page", name=request.args["name"]))


@app.route("/user")
def user():
    return redirect("/users/" + request.args["name"])


@app.route("/listed")
def listed():
    target = request.args["to"]
    if target in ["/a", "/b"]:
        return redirect(target)
    return redirect("/")


def leave(request):
    target = request.GET["url"]
    if url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        return HttpResponseRedirect(target)
    return HttpResponseRedirect("/")
