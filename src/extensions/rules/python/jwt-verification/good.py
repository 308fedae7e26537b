import jwt
import python_jwt


def verified(token, key):
    return jwt.decode(token, key, algorithms=["HS256"])


def by_options(token, key):
    return jwt.decode(token, key, algorithms=["RS256"], options={"verify_signature": True, "require": ["exp"]})


def signed(claims, key):
    return jwt.encode(claims, key, algorithm="HS256")


def processed(token, key):
    python_jwt.process_jwt(token)
    return python_jwt.verify_jwt(token, key, ["HS256"])
