import html
import json

from django.http import HttpResponse
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from flask import Flask, Response, jsonify, make_response, redirect, render_template, render_template_string, request, url_for
from markupsafe import Markup
from markupsafe import escape as escaped

app = Flask(__name__)


@app.route("/hello")
def hello():
    name = request.args.get("name", "")
    return "<h1>Hello " + html.escape(name) + "</h1>"


@app.route("/user/<name>")
def user(name):
    return f"<b>{escaped(name)}</b>", 200


@app.route("/rendered")
def rendered():
    return render_template("page.html", name=request.args["name"])


@app.route("/json")
def as_json():
    return jsonify(name=request.args["name"])


@app.route("/record")
def record():
    return {"name": request.args["name"]}


@app.route("/plain")
def plain():
    return Response(request.args["name"], mimetype="text/plain")


@app.route("/number")
def number():
    return "Number " + str(int(request.args["number"]))


@app.route("/away")
def away():
    return redirect(url_for("user", name=request.args["name"]))


def search(request):
    return HttpResponse("Nothing found for " + escape(request.GET.get("q", "")))


def typed(request):
    return HttpResponse(json.dumps({"q": request.GET["q"]}), content_type="application/json")


def link(title, target):
    return format_html('<a href="{}">{}</a>', target, title)


def constant():
    return mark_safe("<hr>")


def badge(name):
    return Markup("<span>%s</span>") % name


@app.route("/escaped")
def escaped_template():
    return render_template_string("<p>{{ name }}</p>", name=request.args["name"])


class Node:
    def __repr__(self):
        return "<a %s>" % self.name


def row(title):
    return "<tr><td>" + html.escape(title) + "</td></tr>"
