from django.http import HttpResponse
from flask import Flask, Response, make_response, request

app = Flask(__name__)


@app.route("/tagged")
def tagged():
    response = make_response("ok")
    response.headers["X-Tag"] = request.args["tag"]  # finding: The query string becomes a header
    return response


@app.route("/added")
def added():
    response = Response()
    response.headers.add("X-Name", "Name: " + request.args["name"])  # finding: becomes a header
    return response


def view(request):
    response = HttpResponse()
    response["X-Language"] = request.GET["language"]  # finding: becomes a header
    return response
