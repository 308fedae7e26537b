import os
from Crypto.Cipher import AES
from Crypto.Random import get_random_bytes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def fresh(key):
    vector = get_random_bytes(AES.block_size)
    return AES.new(key, AES.MODE_CBC, vector)


def given(key, vector):
    return AES.new(key, AES.MODE_CBC, iv=vector)


def left_out(key):
    return AES.new(key, AES.MODE_GCM)


def primitives(key):
    return Cipher(algorithms.AES(key), modes.CBC(os.urandom(16)))
