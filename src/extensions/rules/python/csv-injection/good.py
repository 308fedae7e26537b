import csv

from flask import Flask, request

app = Flask(__name__)


@app.route("/add", methods=["POST"])
def add():
    with open("people.csv", "a") as file:
        writer = csv.writer(file)
        writer.writerow([int(request.form["age"]), "fixed"])
    return "added"


def export(rows, file):
    csv.writer(file).writerows(rows)
