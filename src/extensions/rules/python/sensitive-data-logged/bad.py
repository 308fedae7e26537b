import logging
from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


def sign_in(name, password):
    logger.info("sign-in of %s with %s", name, password)  # finding: 'password' is written to the log


def pay(order, card_number):
    logging.debug(f"paying {order} with {card_number}")  # finding: 'card_number'


@app.route("/in", methods=["POST"])
def view():
    password = request.form["password"]
    print("got", password)  # finding: 'password' is written to the output
    return "in"
