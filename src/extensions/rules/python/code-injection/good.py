import ast
import re

from flask import Flask, request

app = Flask(__name__)


@app.route("/calculate")
def calculate():
    term = request.args.get("term", "")
    return str(ast.literal_eval(term))


@app.route("/power")
def power():
    exponent = int(request.args["exponent"])
    return str(eval(f"2 ** {exponent}"))


def constant():
    exec("answer = 42")
    return eval("6 * 7")


def compiled(pattern):
    return re.compile(pattern)


def model(network):
    network.eval()
