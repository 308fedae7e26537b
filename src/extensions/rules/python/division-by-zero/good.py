from flask import Flask, request

app = Flask(__name__)


@app.route("/mean")
def mean():
    total = float(request.args["total"])
    count = int(request.args["count"])
    if count == 0:
        return "no values", 400
    return str(total / count)


def ratio(part, total):
    if not total:
        return 0
    return part / total


def half(value):
    return value / 2


def bounded(part, total):
    return part / max(total, 1) + part / total
