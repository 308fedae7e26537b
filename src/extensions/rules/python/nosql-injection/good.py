from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
people = MongoClient().shop.people


@app.route("/login", methods=["POST"])
def login():
    body = request.get_json()
    return {"ok": people.find_one({"name": str(body["name"]), "word": str(body["word"])}) is not None}


@app.route("/search")
def search():
    return {"n": people.count_documents({"name": request.args["name"]})}


@app.route("/text")
def text():
    return {"at": "abc".find(request.args["name"])}
