import random
import string
import uuid
from random import randint


def session_cookie(response):
    value = str(random.random())[2:]  # finding: can be predicted
    response.set_cookie("remember", value)
    session_id = random.getrandbits(64)  # finding: 'session_id'
    return session_id


def reset_password():
    letters = string.ascii_letters + string.digits
    return "".join(random.choice(letters) for _ in range(12))  # finding: 'reset_password'


def one_time(user):
    user.otp = randint(100000, 999999)  # finding: can be predicted


def random_text(length):
    return "".join(random.choice(string.ascii_lowercase) for _ in range(length))  # finding: random text


def api_token():
    return uuid.uuid1().hex  # finding: 'api_token'


def remember(sessions, cookie):
    value = str(random.randint(0, 2**32))  # finding: can be predicted
    sessions[cookie] = value
