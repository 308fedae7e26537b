from flask import Flask

app = Flask(__name__)


@app.route("/purge")
def purge():
    assert current_user.is_admin  # finding: is an assertion
    drop_everything()
    return "done"
