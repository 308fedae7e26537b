import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/login", methods=["POST"])
def login():
    name = request.form["name"]
    logger.info("login of %r", repr(name))
    logger.info("login of " + name.replace("\r\n", "").replace("\n", ""))
    logger.info("login number %d", int(request.form["number"]))
    logger.info("a login")
    return "no"


def work(item):
    logger.info("working on %s", item)
