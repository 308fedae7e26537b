from Crypto.PublicKey import DSA, RSA
from cryptography.hazmat.primitives.asymmetric import ec, rsa

BITS = 512


def pycryptodome():
    return RSA.generate(1024)  # finding: RSA key has 1024 bits


def through_constants():
    return DSA.generate(BITS * 2)  # finding: DSA key has 1024 bits


def keyword():
    return rsa.generate_private_key(public_exponent=65537, key_size=1024)  # finding: RSA key has 1024 bits


def curve():
    return ec.generate_private_key(ec.SECP192R1())  # finding: elliptic curve


def by_default(bits=1024):
    return RSA.generate(bits)  # finding: 1024 bits unless the caller
