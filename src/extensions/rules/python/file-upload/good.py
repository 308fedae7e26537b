import os

from flask import Flask, request
from werkzeug.utils import secure_filename

app = Flask(__name__)
ALLOWED = {"png", "jpg"}


def allowed_file(name):
    return "." in name and name.rsplit(".", 1)[1].lower() in ALLOWED


@app.route("/upload", methods=["POST"])
def upload():
    picture = request.files["picture"]
    if not allowed_file(picture.filename):
        return "no"
    picture.save(os.path.join("static", secure_filename(picture.filename)))
    return "stored"


def figure(plot):
    plot.save("figure.png")
