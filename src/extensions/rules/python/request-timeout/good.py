import httpx
import requests


def fetch(url, options):
    return requests.get(url, timeout=10), requests.get(url, **options)


def fetch_with_default(url):
    return httpx.get(url)
