from flask import Flask, request

app = Flask(__name__)
ITEMS = load_items()


@app.route("/item")
def item():
    place = int(request.args["place"])  # finding: used as an index
    return ITEMS[place]


@app.route("/buy", methods=["POST"])
def buy():
    quantity = int(request.form["quantity"])  # finding: 'quantity' may be negative
    return charge(quantity * 25)
