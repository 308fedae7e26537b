from flask import Flask, request

app = Flask(__name__)


@app.route("/repeat")
def repeat():
    count = int(request.args["count"])
    if count > 100:
        return "no"
    return {"rows": [number for number in range(count)]}


@app.route("/least")
def least():
    return {"rows": list(range(min(int(request.args["count"]), 100)))}


def rows(count):
    return list(range(count))
