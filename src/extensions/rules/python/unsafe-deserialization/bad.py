import base64
import pickle

import jsonpickle
import yaml
from flask import Flask, request

app = Flask(__name__)


@app.route("/load", methods=["POST"])
def load():
    basket = pickle.loads(base64.b64decode(request.cookies["basket"]))  # finding: A cookie is read by 'loads'
    settings = yaml.load(request.data)  # finding: The body of the request is read by 'load'
    order = jsonpickle.decode(request.form["order"])  # finding: The form of the request
    return {"n": [basket, settings, order]}


def settings(text):
    return yaml.load(text, Loader=yaml.Loader)  # finding: The parameter 'text' is read by 'load'


def restore(file):
    return pickle.load(file)  # finding: The parameter 'file' is read by 'load'


def receive(client):
    return pickle.loads(client.next_message())  # finding: can build any object


class Surprise:
    def __reduce__(self):
        return exec, ("print(1)",)  # finding: runs a command or code
