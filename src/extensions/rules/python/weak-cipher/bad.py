from Crypto.Cipher import AES, DES, ARC4 as Stream
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def short_key(key, text):
    return DES.new(key, DES.MODE_CBC, key).encrypt(text)  # finding: DES


def stream(key, text):
    return Stream.new(key).encrypt(text)  # finding: RC4


def codebook(key, text):
    mode = AES.MODE_ECB
    return AES.new(key, mode).encrypt(text)  # finding: ECB


def primitives(key, iv):
    return Cipher(algorithms.TripleDES(key), modes.CBC(iv))  # finding: Triple DES


def primitives_codebook(key):
    return Cipher(algorithms.AES(key), modes.ECB())  # finding: ECB


def default_mode(key, text):
    return AES.new(key).encrypt(text)  # finding: ECB
