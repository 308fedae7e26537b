import os
from pathlib import Path

from flask import Flask, abort, request, send_from_directory
from werkzeug.utils import secure_filename

app = Flask(__name__)
FOLDER = "/srv/files"


@app.route("/read")
def read():
    name = os.path.basename(request.args.get("name"))
    with open(os.path.join(FOLDER, name)) as file:
        return file.read()


@app.route("/resolved")
def resolved():
    path = os.path.realpath(os.path.join(FOLDER, request.args["name"]))
    if not path.startswith(FOLDER + os.sep):
        abort(404)
    return open(path).read()


@app.route("/relative")
def relative():
    path = (Path(FOLDER) / request.args["name"]).resolve()
    if not path.is_relative_to(FOLDER):
        abort(404)
    return path.read_text()


@app.route("/common")
def common():
    path = os.path.abspath(os.path.join(FOLDER, request.args["name"]))
    if os.path.commonpath([FOLDER, path]) != FOLDER:
        abort(404)
    return open(path).read()


@app.route("/sent/<name>")
def sent(name):
    return send_from_directory(FOLDER, name)


@app.route("/save", methods=["POST"])
def save():
    upload = request.files["f"]
    upload.save(os.path.join(FOLDER, secure_filename(upload.filename)))
    return "saved"


@app.route("/listed")
def listed():
    name = request.args["name"]
    if name in ("a.txt", "b.txt"):
        return open(FOLDER + "/" + name).read()
    return "no"


def load(path):
    with open(path) as file:
        return file.read()
