import re
from urllib.parse import urlparse

from flask import Flask, request

app = Flask(__name__)


@app.route("/out")
def out():
    target = request.args.get("to", "")
    if urlparse(target).hostname == "example.org":
        return {"ok": True}
    if urlparse(target).hostname in ("example.org", "example.com"):
        return {"ok": True}
    return {"ok": target.startswith("https://example.org/")}


def is_ours(host):
    return host.endswith(".example.org") or host in ["example.com"]


def is_ours_too(text):
    return re.match(r"https://www\.example\.org/", text) is not None


def other(text):
    return "e.g." in text or text.endswith("file.txt")
