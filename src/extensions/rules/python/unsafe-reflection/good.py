import importlib

from flask import Flask, request

app = Flask(__name__)
ACTIONS = {"start": app.run}


@app.route("/do")
def do():
    name = request.args["action"]
    if name not in ("start", "stop"):
        return "no"
    getattr(app, name)()
    ACTIONS[request.args["action"]]()
    return {"a": getattr(app, "name"), "b": importlib.import_module("json")}


def attribute(thing, name):
    return getattr(thing, name, None)
