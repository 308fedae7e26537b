import smtplib
from email.mime.text import MIMEText

from flask import Flask, request

app = Flask(__name__)


@app.route("/contact", methods=["POST"])
def contact():
    subject = request.form["subject"].replace("\n", "").replace("\r", "")
    message = MIMEText("hello")
    message["Subject"] = subject
    message["To"] = "b@example.com"
    server = smtplib.SMTP("localhost")
    server.sendmail("a@example.com", "b@example.com", "Subject: hello\n\nhello")
    return "sent"


def notify(server, address):
    server.sendmail("a@example.com", address, "hello")
