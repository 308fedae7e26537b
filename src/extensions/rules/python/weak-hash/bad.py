import hashlib
from hashlib import sha1 as digest_of
from Crypto.Hash import MD5
from cryptography.hazmat.primitives import hashes


def remember(session_token):
    return hashlib.md5(session_token.encode()).hexdigest()  # finding: MD5, which has known collisions, is used for 'session_token'


def same_certificate(certificate, expected):
    return digest_of(certificate).hexdigest() == expected  # finding: SHA-1


def by_name(message):
    algorithm = "md5"
    return hashlib.new(algorithm, message).digest()  # finding: MD5


def by_library(message):
    return MD5.new(message).digest()  # finding: MD5


def sign(private_key, padding, message):
    return private_key.sign(message, padding, hashes.SHA1())  # finding: SHA-1
