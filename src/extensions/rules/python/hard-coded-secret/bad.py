import hmac
import jwt
import mysql.connector
import psycopg2
import requests

DB_PASSWORD = "tr0ub4dor"  # finding: The password 'DB_PASSWORD' is assigned a literal
SETTINGS = {"SECRET_KEY": "9f8e7d6c5b4a"}  # finding: 'SECRET_KEY'
DATABASE = "postgresql://app:hunter22@db.internal/app"  # finding: address holds a password
KEY = b"e1790a7762b0499688"


def connect():
    return mysql.connector.connect(user="app", password="app", host="db")  # finding: 'password' is passed as a literal


def sign_in(request):
    return request.form["password"] == "letmein"  # finding: compared with a literal


def issue(claims):
    return jwt.encode(claims, "s3cret", algorithm="HS256")  # finding: signing key given to 'encode'


def client(api_key="A7b39fK2p0QxLm41"):  # finding: has a literal for its default
    return api_key


def service():
    key = "vB6J15Kuh3Y6ut1Vh247dlVEIpTEbMnWq7lRKjDB"  # finding: The key 'key'
    return key


def token():
    return "ghp_0123456789abcdefghijABCDEFGHIJ012345"  # finding: GitHub token


def query():
    return psycopg2.connect("dbname=shop user=shop password=tr0ub4dor")  # finding: text of the connection


def fetch(url):
    return requests.get(url, auth=("shop", "tr0ub4dor"))  # finding: sign-in of the request


def seed(users):
    users.add(User("admin", "admin"))  # finding: The password of the account
