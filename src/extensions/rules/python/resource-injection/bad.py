import smtplib
import socket

from flask import Flask, request

app = Flask(__name__)


@app.route("/open")
def open_port():
    server = socket.socket()
    server.bind((request.args["host"], 8000))  # finding: The query string decides which address 'bind' uses
    smtplib.SMTP(request.args["host"])  # finding: The query string decides which address 'SMTP' uses
    return {}
