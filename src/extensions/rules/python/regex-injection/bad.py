import re

from flask import Flask, request

app = Flask(__name__)


@app.route("/search")
def search():
    pattern = request.args["pattern"]
    found = re.search(pattern, "some text")  # finding: The query string becomes part of the regular expression
    other = re.compile("^" + pattern + "$")  # finding: The query string becomes part of the regular expression
    return {"found": found is not None, "other": other.match("x") is not None}
