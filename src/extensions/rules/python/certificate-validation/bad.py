import ssl
import paramiko
import pymongo
import requests
import urllib3


def fetch(url):
    return requests.get(url, verify=False)  # finding: 'verify' is false


def session(url):
    session = requests.Session()
    session.verify = False  # finding: session does not validate
    return session.get(url)


def context():
    made = ssl.create_default_context()
    made.check_hostname = False  # finding: name in the certificate
    made.verify_mode = ssl.CERT_NONE  # finding: not required
    return made


def unverified():
    return ssl._create_unverified_context()  # finding: does not validate


def pool():
    return urllib3.PoolManager(cert_reqs="CERT_NONE")  # finding: not required


def connect(host):
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())  # finding: every host key
    client.connect(host)


def database(address):
    return pymongo.MongoClient(address, tlsAllowInvalidCertificates=True)  # finding: 'tlsAllowInvalidCertificates' is true
