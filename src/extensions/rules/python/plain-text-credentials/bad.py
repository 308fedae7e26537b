import ftplib
import ldap
import smtplib
import telnetlib
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


def bind(name, password):
    directory = ldap.initialize("ldap://directory.example.org")
    directory.simple_bind_s(name, password)  # finding: LDAP


def switch(host, password):
    console = telnetlib.Telnet(host)
    console.write(password.encode() + b"\n")  # finding: Telnet


def remember(response, password):
    response.set_cookie("password", password)  # finding: The cookie holds 'password'
