import json

import markdown
from django.http import HttpResponse
from django.utils.safestring import mark_safe
from flask import Flask, Response, make_response, render_template_string, request
from markupsafe import Markup

app = Flask(__name__)


@app.route("/hello")
def hello():
    name = request.args.get("name", "")
    return "<h1>Hello " + name + "</h1>"  # finding: gets into the page that 'hello' returns


@app.route("/user/<name>")
def user(name):
    return f"<b>{name}</b>", 200  # finding: gets into the page that 'user' returns


@app.route("/made")
def made():
    response = make_response("Hello %s" % request.args["name"])  # finding: through 'make_response'
    return response


@app.route("/sent")
def sent():
    return Response(request.args["name"], mimetype="text/html")  # finding: through 'Response'


def search(request):
    return HttpResponse("Nothing found for " + request.GET.get("q", ""))  # finding: through 'HttpResponse'


def link(title, target):
    return mark_safe('<a href="{}">{}</a>'.format(target, title))  # finding: declares a text safe


def badge(user):
    return Markup(f"<span>{user.name}</span>")  # finding: declares a text safe


@app.route("/unescaped")
def unescaped():
    return render_template_string("<p>{{ name|safe }}</p>", name=request.args["name"])  # finding: does not escape it


def rendered(text):
    return markdown.markdown(text)  # finding: keeps the HTML that was in it


def row(title):
    return "<tr><td>" + title + "</td></tr>"  # finding: gets into the HTML that 'row' returns


def data(values):
    return mark_safe(json.dumps(values))  # finding: may hold the end of the script
