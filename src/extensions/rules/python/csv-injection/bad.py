import csv

from flask import Flask, request

app = Flask(__name__)


@app.route("/add", methods=["POST"])
def add():
    with open("people.csv", "a") as file:
        writer = csv.writer(file)
        writer.writerow([request.form["name"], request.form["town"]])  # finding: is written to a cell
    return "added"
