import os

from flask import Flask, request
from werkzeug.utils import secure_filename

app = Flask(__name__)


@app.route("/upload", methods=["POST"])
def upload():
    picture = request.files["picture"]
    picture.save(os.path.join("static", secure_filename(picture.filename)))  # finding: whatever type it has
    return "stored"


def view(request):
    with open("media/picture", "wb") as target:
        for chunk in request.FILES["picture"].chunks():
            target.write(chunk)  # finding: An uploaded file is stored
