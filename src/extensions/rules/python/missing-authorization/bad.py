from flask import Flask
from flask_login import login_required

app = Flask(__name__)


@app.route("/notes/<note_id>/delete", methods=["POST"])
@login_required
def delete_note(note_id):
    note = Note.query.get(note_id)
    db.session.delete(note)  # finding: whom it belongs to
    return "gone"


def dispatch(command, user, files):
    if command == "login":
        sign_in(user)
    if command == "send":
        if authenticated(user):
            send(files)
    if command == "list":  # finding: The command 'list'
        show(files)
