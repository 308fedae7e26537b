import os
import urllib.request
import requests


def update(url):
    exec(requests.get(url).text)  # finding: run as code


def install():
    os.system("curl -s https://get.example.org/install | sh")  # finding: run at once


def fetch():
    urllib.request.urlretrieve("http://get.example.org/tool.exe", "tool.exe")  # finding: without encryption
