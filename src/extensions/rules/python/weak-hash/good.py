import hashlib
import hmac
from cryptography.hazmat.primitives import hashes


def same_certificate(certificate, expected):
    return hashlib.sha256(certificate).hexdigest() == expected


def cache_key(page):
    return hashlib.md5(page, usedforsecurity=False).hexdigest()


def by_name(message):
    return hashlib.new("sha512", message).digest()


def sign(private_key, padding, message):
    return private_key.sign(message, padding, hashes.SHA256())


def authentic(key, message):
    return hmac.new(key, message, hashlib.sha1).digest()
