import re
from flask import Flask, request

app = Flask(__name__)
WORDS = re.compile(r"^[a-z]+(\s[a-z]+)*$")


def is_list(text):
    return re.match(r"^\d+(,\d+)*$", text)


def trim(text):
    return re.sub(r"\s+$", "", text)


@app.route("/number")
def number():
    return str(re.fullmatch(r"\d+", request.args["text"]) is not None)
