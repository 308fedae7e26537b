from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

VECTOR = b"0123456789abcdef"


def repeated(key):
    return AES.new(key, AES.MODE_CBC, b"\x00" * 16)  # finding: same for every message


def constant(key):
    return AES.new(key, AES.MODE_CBC, iv=VECTOR)  # finding: same for every message


def multiplied(key):
    vector = b"v" * AES.block_size
    return AES.new(key, AES.MODE_CBC, vector)  # finding: same for every message


def primitives(key):
    return Cipher(algorithms.AES(key), modes.CBC(bytes(16)))  # finding: same for every message
