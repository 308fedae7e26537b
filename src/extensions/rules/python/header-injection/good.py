from urllib.parse import quote

from flask import Flask, make_response, request

app = Flask(__name__)


@app.route("/tagged")
def tagged():
    response = make_response("ok")
    response.headers["X-Tag"] = quote(request.args["tag"])
    response.headers["X-Other"] = request.args["tag"].replace("\r", "").replace("\n", "")
    response.headers["X-Fixed"] = "yes"
    response.headers["X-Number"] = str(int(request.args["number"]))
    return response


def group(rows):
    result = {}
    for row in rows:
        result["name"] = row.name
    return result
