from flask import Flask, request

app = Flask(__name__)


@app.route("/mean")
def mean():
    total = float(request.args["total"])
    count = int(request.args["count"])  # finding: divided by the number from
    return str(total / count)


def ratio(part, total):
    return part / total  # finding: 'total' is zero
