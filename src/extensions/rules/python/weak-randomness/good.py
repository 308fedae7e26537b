import random
import secrets
import string
import time


def reset_password():
    letters = string.ascii_letters + string.digits
    return "".join(secrets.choice(letters) for _ in range(12))


def session_id():
    return random.SystemRandom().getrandbits(64)


def roll():
    return random.randint(1, 6)


def pick_server(servers):
    return random.choice(servers)


def wait(seconds):
    time.sleep(seconds + random.random())


def fresh_token():
    return secrets.token_urlsafe(32)
