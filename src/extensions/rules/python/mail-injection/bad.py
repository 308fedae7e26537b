import smtplib
from email.mime.text import MIMEText

from flask import Flask, request

app = Flask(__name__)


@app.route("/contact", methods=["POST"])
def contact():
    message = MIMEText("hello")
    message["Subject"] = request.form["subject"]  # finding: The form of the request becomes part of a mail
    server = smtplib.SMTP("localhost")
    text = "Subject: " + request.form["subject"] + "\n\nhello"
    server.sendmail("a@example.com", "b@example.com", text)  # finding: The form of the request becomes part
    return "sent"
