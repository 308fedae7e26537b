import hashlib
import sys


def make_record(password):
    return hashlib.sha256(password.encode()).hexdigest()


def matches(record, guess):
    return record == make_record(guess)


name, password, guess = sys.argv[1:4]
record = make_record(password)
print(f"{name}:{record}")
print("match" if matches(record, guess) else "no match")
