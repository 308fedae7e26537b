import os
import shutil
import zipfile
from pathlib import Path

from flask import Flask, request, send_file

app = Flask(__name__)
FOLDER = "/srv/files"


@app.route("/read")
def read():
    name = request.args.get("name")
    with open(os.path.join(FOLDER, name)) as file:  # finding: The query string decides which path 'open' uses
        return file.read()


@app.route("/get/<path:name>")
def get(name):
    return send_file(f"{FOLDER}/{name}")  # finding: decides which path 'send_file' uses


@app.route("/drop", methods=["POST"])
def drop():
    os.remove(FOLDER + "/" + request.form["name"])  # finding: decides which path 'remove' uses
    shutil.rmtree(request.form["folder"])  # finding: decides which path 'rmtree' uses
    return Path(FOLDER, request.form["name"]).read_text()  # finding: decides which path 'read_text' uses


@app.route("/prefix")
def prefix():
    path = os.path.join(FOLDER, request.args["name"])
    if path.startswith(FOLDER):
        return open(path).read()  # finding: decides which path 'open' uses
    return "no"


def load_avatar(user_file):
    return open(os.path.join(FOLDER, "avatars", user_file), "rb").read()  # finding: is put below a folder


def unpack(archive_path, folder):
    with zipfile.ZipFile(archive_path) as archive:
        for name in archive.namelist():
            with open(os.path.join(folder, name), "wb") as target:  # finding: The name of a member of an archive
                target.write(archive.read(name))


def load_key(client, name):
    return open("keys/%s/%s.key" % (client, name)).read()  # finding: is put below a folder
