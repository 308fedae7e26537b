import ftplib
import smtplib
import requests


def fetch(host, user, password):
    ftp = ftplib.FTP_TLS(host)
    ftp.login(user, password)


def anonymous(host):
    ftp = ftplib.FTP(host)
    ftp.login()


def mail(user, password, message):
    server = smtplib.SMTP("mail.example.org", 587)
    server.starttls()
    server.login(user, password)
    server.send_message(message)


def sign_in(name, password):
    return requests.post("https://shop.example.org/login", data={"name": name, "password": password})


def local(password):
    return requests.post("http://localhost:8080/login", data={"password": password})
