from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import ec, rsa


def pycryptodome(bits):
    return RSA.generate(2048), RSA.generate(bits)


def keyword():
    return rsa.generate_private_key(public_exponent=65537, key_size=4096)


def curve():
    return ec.generate_private_key(ec.SECP256R1())
