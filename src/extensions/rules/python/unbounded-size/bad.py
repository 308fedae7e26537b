from flask import Flask, request

app = Flask(__name__)


@app.route("/repeat")
def repeat():
    count = int(request.args["count"])
    rows = []
    for number in range(count):  # finding: The query string decides over the amount of work of 'range'
        rows.append(number)
    return {"rows": rows}
