import ssl
import paramiko
import requests


def fetch(url):
    return requests.get(url, verify=True)


def private(url):
    return requests.get(url, verify="/etc/ssl/private-ca.pem")


def context():
    made = ssl.create_default_context()
    made.check_hostname = True
    made.verify_mode = ssl.CERT_REQUIRED
    return made


def connect(host):
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    client.connect(host)


def save(form):
    return form.submit(verify=False)
