from flask import Flask, request

app = Flask(__name__)


@app.route("/greet")
def greet():
    template = request.args["template"]
    return {"text": template.format(user=app)}  # finding: The query string is used as a format string


@app.route("/more")
def more():
    return {"text": ("Dear " + request.args["name"] + " {user}").format(user=app)}  # finding: is used as a format
