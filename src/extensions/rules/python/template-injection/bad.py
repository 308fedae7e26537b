from flask import Flask, render_template_string, request
from jinja2 import Environment, Template

app = Flask(__name__)


@app.route("/hello")
def hello():
    name = request.args.get("name")
    page = "<h1>Hello " + name + "</h1>"
    return render_template_string(page)  # finding: The query string becomes part of the template


@app.route("/card", methods=["POST"])
def card():
    return Template(request.form["design"]).render()  # finding: The form of the request


@app.route("/other")
def other():
    environment = Environment()
    return environment.from_string(f"<b>{request.args['x']}</b>").render()  # finding: 'from_string' reads


def greeting(name):
    return Template("Dear %s," % name).render()  # finding: has a value put into it
