import importlib

from flask import Flask, request

app = Flask(__name__)


@app.route("/do")
def do():
    action = getattr(app, request.args["action"])  # finding: decides what 'getattr' gets hold of
    module = importlib.import_module("plugins." + request.args["plugin"])  # finding: decides what 'import_module'
    return {"a": action(), "b": module.run()}


def start():
    return True


@app.route("/call")
def call():
    return {"c": globals()[request.args["function"]]()}  # finding: decides which name of the program
