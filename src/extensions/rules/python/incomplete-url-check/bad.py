import re
from flask import Flask, redirect, request

app = Flask(__name__)
ALLOWED = re.compile("^https://(www|shop).example.org/")  # finding: any character


@app.route("/go")
def go():
    target = request.args["target"]
    if "example.org" in target:  # finding: in them
        return redirect(target)
    return redirect("/")


def is_ours(host):
    return host.endswith("example.org")  # finding: end with


def is_our_page(url):
    return url.startswith("https://example.org")  # finding: begin with


def is_host(text):
    return re.fullmatch("[a-z]+.[a-z]+", text) is not None  # finding: any character
