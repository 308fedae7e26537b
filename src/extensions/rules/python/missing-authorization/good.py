from flask import Flask, abort, request
from flask_login import current_user, login_required

app = Flask(__name__)


@app.route("/notes/<note_id>/delete", methods=["POST"])
@login_required
def delete_note(note_id):
    note = Note.query.get(note_id)
    if note.owner != current_user:
        abort(403)
    db.session.delete(note)
    return "gone"


@app.route("/overview")
def overview():
    if current_user.is_admin:
        return everything()
    return little()


def dispatch(command, user, files):
    if command == "login":
        sign_in(user)
    if command == "send":
        if authenticated(user):
            send(files)
    if command == "list":
        if authenticated(user):
            show(files)


@app.route("/letters")
@login_required
def letters():
    return open("/srv/letters/" + current_user.name).read()
