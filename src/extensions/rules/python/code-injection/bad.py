from flask import Flask, request

app = Flask(__name__)


@app.route("/calculate")
def calculate():
    term = request.args.get("term", "")
    return str(eval(term))  # finding: The query string is run as Python by 'eval'


@app.route("/run", methods=["POST"])
def run():
    exec(f"result = {request.form['code']}")  # finding: The form of the request is run as Python by 'exec'
    return "done"


def evaluate(expression):
    return eval(expression, {"__builtins__": {}})  # finding: The parameter 'expression'


def ask():
    return eval(input("term: "))  # finding: What is typed in is run as Python
