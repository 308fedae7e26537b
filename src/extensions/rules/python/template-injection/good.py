from flask import Flask, render_template, render_template_string, request
from jinja2 import Template

app = Flask(__name__)


@app.route("/hello")
def hello():
    name = request.args.get("name")
    return render_template_string("<h1>Hello {{ name }}</h1>", name=name)


@app.route("/page")
def page():
    return render_template("page.html", name=request.args.get("name"))


def greeting(name):
    return Template("Dear {{ name }},").render(name=name)


def from_file(path):
    with open("card.html") as file:
        return Template(file.read()).render()
