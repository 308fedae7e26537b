from urllib.parse import quote, urlparse

import requests
from flask import Flask, request

app = Flask(__name__)


@app.route("/fetch")
def fetch():
    url = request.args.get("url")
    if urlparse(url).hostname not in {"example.com"}:
        return "no"
    return {"a": requests.get(url, timeout=5).status_code}


@app.route("/path")
def path():
    name = request.args["name"]
    requests.get("https://api.example.com/users/" + quote(name), timeout=5)
    requests.get("https://api.example.com/users?name=" + name, timeout=5)
    return requests.get("https://example.com/", params={"q": name}, timeout=5).json()


def download(url):
    return requests.get(url, timeout=5).content
