import re
from flask import Flask, request

app = Flask(__name__)
WORDS = re.compile(r"^([a-z]+\s?)+$")  # finding: exponential time


def is_list(text):
    return re.match(r"^(\d+,?)*$", text)  # finding: exponential time


@app.route("/trim")
def trim():
    return re.sub(r"\s+$", "", request.args["text"])  # finding: grows with the power 2
