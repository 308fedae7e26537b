import httpx
import requests


def fetch(url):
    return requests.get(url)  # finding: without a limit


def fetch_for_ever(url):
    return httpx.get(url, timeout=None)  # finding: without a limit
