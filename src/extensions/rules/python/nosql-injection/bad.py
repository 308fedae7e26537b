import json

from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
people = MongoClient().shop.people


@app.route("/login", methods=["POST"])
def login():
    body = request.get_json()
    return {"ok": people.find_one({"name": body["name"], "word": body["word"]}) is not None}  # finding: The body


@app.route("/search")
def search():
    people.find_one({"$where": "this.name == '" + request.args["name"] + "'"})  # finding: The query string
    return {"n": people.count_documents(json.loads(request.args["filter"]))}  # finding: The query string
