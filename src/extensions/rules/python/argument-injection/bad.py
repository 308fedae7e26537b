import shlex
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.route("/log")
def log():
    branch = request.args["branch"]
    line = "git log " + branch
    subprocess.run(line.split())  # finding: The query string is part of a line
    subprocess.run(shlex.split(f"git show {branch}"))  # finding: The query string is part of a line
    return "done"
