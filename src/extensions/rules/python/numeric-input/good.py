from flask import Flask, request

app = Flask(__name__)
ITEMS = load_items()


@app.route("/item")
def item():
    place = int(request.args["place"])
    if not 0 <= place < len(ITEMS):
        return "no such item", 404
    return ITEMS[place]


@app.route("/buy", methods=["POST"])
def buy():
    quantity = int(request.form["quantity"])
    if quantity < 1:
        return "nothing to buy", 400
    return charge(quantity * 25)
