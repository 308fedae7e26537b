import time
from flask import Flask, request

app = Flask(__name__)


@app.route("/rows")
def rows():
    count = int(request.args["count"])  # finding: how often a loop runs
    return [make_row(number) for number in range(count)]


@app.route("/wait")
def wait():
    time.sleep(float(request.args.get("seconds")))  # finding: how long a thread sleeps
    return "done"
