import hashlib
import hmac
import os
import sys


def make_record(password):
    salt = os.urandom(16)
    return f"{salt.hex()}${derive(password, salt).hex()}"


def derive(password, salt):
    return hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)


def matches(record, guess):
    salt, key = (bytes.fromhex(part) for part in record.split("$"))
    return hmac.compare_digest(key, derive(guess, salt))


name, password, guess = sys.argv[1:4]
record = make_record(password)
print(f"{name}:{record}")
print("match" if matches(record, guess) else "no match")
