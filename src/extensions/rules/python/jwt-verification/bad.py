import jwt
import python_jwt


def unverified(token):
    return jwt.decode(token, verify=False)  # finding: not checked


def by_options(token, key):
    return jwt.decode(token, key, algorithms=["HS256"], options={"verify_signature": False})  # finding: not checked


def by_variable(token, key):
    options = {"verify_signature": False}
    return jwt.decode(token, key, options=options)  # finding: not checked


def without_algorithm(token, key):
    return jwt.decode(token, key, algorithms=["HS256", "none"])  # finding: without a signature


def unsigned(claims):
    return jwt.encode(claims, None, algorithm="none")  # finding: not signed


def processed(token):
    return python_jwt.process_jwt(token)  # finding: without a check
