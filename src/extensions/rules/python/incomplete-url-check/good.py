import re
from urllib.parse import urlparse
from flask import Flask, redirect, request

app = Flask(__name__)
ALLOWED = re.compile(r"^https://(www|shop)\.example\.org/")


@app.route("/go")
def go():
    target = request.args["target"]
    if urlparse(target).hostname in ("example.org", "shop.example.org"):
        return redirect(target)
    return redirect("/")


def is_ours(host):
    return host == "example.org" or host.endswith(".example.org")


def is_our_page(url):
    return url.startswith("https://example.org/")


def mentions(text):
    return "example.org" in text
