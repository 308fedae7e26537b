from flask import Flask, request

app = Flask(__name__)


@app.route("/greet")
def greet():
    return {"text": "Hello {}".format(request.args["name"])}


def show(template, user):
    return template.format(user=user)
