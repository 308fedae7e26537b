import re

from flask import Flask, request

app = Flask(__name__)


@app.route("/search")
def search():
    word = request.args["word"]
    found = re.search(re.escape(word), "some text")
    other = re.match(r"^\w+$", word)
    return {"found": found is not None, "other": other is not None}


def search_with(pattern, text):
    return re.search(pattern, text)
