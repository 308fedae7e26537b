import os
from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def sealed(key, text):
    return AES.new(key, AES.MODE_GCM).encrypt_and_digest(text)


def primitives(key):
    return Cipher(algorithms.AES(key), modes.GCM(os.urandom(12)))


class DES:
    def describe(self):
        return "not called"
