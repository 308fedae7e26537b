from flask import Flask, request

app = Flask(__name__)


@app.route("/rows")
def rows():
    count = int(request.args["count"])
    if count > 100:
        return "too many", 400
    return [make_row(number) for number in range(count)]


@app.route("/some")
def some():
    return [make_row(number) for number in range(min(int(request.args["count"]), 100))]


def local(count):
    return list(range(int(count)))
