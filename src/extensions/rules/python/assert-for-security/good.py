from flask import Flask, abort

app = Flask(__name__)


@app.route("/purge")
def purge():
    if not current_user.is_admin:
        abort(403)
    drop_everything()
    return "done"


def average(values):
    assert len(values) > 0
    return sum(values) / len(values)
