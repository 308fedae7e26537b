import logging

from flask import Flask, request

app = Flask(__name__)


@app.route("/divide")
def divide():
    try:
        return {"result": 1 / int(request.args["by"])}
    except ZeroDivisionError as error:
        logging.error("failed: %s", error)
        return "That cannot be divided.", 400


def read(path):
    try:
        return open(path).read()
    except OSError as error:
        return str(error)
