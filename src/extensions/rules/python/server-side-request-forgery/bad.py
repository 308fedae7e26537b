import urllib.request

import httpx
import requests
from flask import Flask, request

app = Flask(__name__)


@app.route("/fetch")
def fetch():
    url = request.args.get("url")
    first = requests.get(url, timeout=5)  # finding: The query string decides which server 'get' asks
    second = urllib.request.urlopen(url)  # finding: decides which server 'urlopen' asks
    return {"a": first.status_code, "b": second.status}


@app.route("/host")
def host():
    return {"status": httpx.get(f"https://{request.args['host']}/health").status_code}  # finding: decides which server


@app.route("/session", methods=["POST"])
def session():
    client = requests.Session()
    client.post(request.form["hook"], json={})  # finding: The form of the request decides
    return {}


@app.route("/part")
def part():
    return {"a": httpx.get("https://api.example.com/users/" + request.args["name"]).text}  # finding: is put into the path
