import json
import os
import urllib.request
import requests


def settings(url):
    return json.loads(requests.get(url).text)


def install():
    os.system("curl -s https://get.example.org/list -o list.txt")


def fetch():
    urllib.request.urlretrieve("https://get.example.org/tool.exe", "tool.exe")
