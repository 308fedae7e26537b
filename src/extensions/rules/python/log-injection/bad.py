import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/login", methods=["POST"])
def login():
    name = request.form["name"]
    logger.info("login of " + name)  # finding: The form of the request is written to the log
    logging.warning("refused: %s", name)  # finding: The form of the request is written to the log
    app.logger.error(f"no such user {name}")  # finding: The form of the request
    return "no"
