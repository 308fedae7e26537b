import json
import pickle

import yaml
from flask import Flask, request

app = Flask(__name__)


@app.route("/load", methods=["POST"])
def load():
    return {"a": json.loads(request.data), "b": yaml.safe_load(request.data)}


def settings(text):
    return yaml.load(text, Loader=yaml.SafeLoader)


def other(text):
    return yaml.load(text, yaml.CSafeLoader)


def save(value, file):
    pickle.dump(value, file)
