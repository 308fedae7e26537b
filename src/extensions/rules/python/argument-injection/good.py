import shlex
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.route("/log")
def log():
    branch = request.args["branch"]
    subprocess.run(["git", "log", "--", branch])
    subprocess.run(shlex.split("git show HEAD"))
    subprocess.run(shlex.split("git show " + shlex.quote(branch)))
    return "done"
