from flask import Flask, request

from models import User

app = Flask(__name__)


@app.route("/user", methods=["POST"])
def create():
    user = User(**request.get_json())  # finding: The body of the request chooses the attributes that 'User' sets
    for key, value in request.form.items():
        setattr(user, key, value)  # finding: The form of the request chooses the attributes that 'setattr' sets
    return {}
