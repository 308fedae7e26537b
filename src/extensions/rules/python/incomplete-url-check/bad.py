import re

from flask import Flask, redirect, request

app = Flask(__name__)


@app.route("/out")
def out():
    target = request.args.get("to", "")
    if "example.org" in target:  # finding: is only looked for in the address
        return {"ok": True}
    if target.endswith("example.org"):  # finding: is compared with the end of the address
        return {"ok": True}
    return {"ok": False}


def is_ours(url):
    return url.startswith("https://example.org")  # finding: is compared with the beginning of the address


def is_ours_too(text):
    return re.match("https://www.example.org/", text) is not None  # finding: stands for any character
