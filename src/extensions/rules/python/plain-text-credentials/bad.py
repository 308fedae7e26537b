import ftplib
import smtplib
import requests


def fetch(host, user, password):
    ftp = ftplib.FTP(host)
    ftp.login(user, password)  # finding: FTP


def mail(user, password, message):
    server = smtplib.SMTP("mail.example.org", 25)
    server.login(user, password)  # finding: SMTP
    server.send_message(message)


def sign_in(name, password):
    return requests.post("http://shop.example.org/login", data={"name": name, "password": password})  # finding: 'password'
