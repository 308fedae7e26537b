from flask import Flask, request
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


@app.route("/letters")
def letters():
    name = request.args.get("username")
    return open("/srv/letters/" + name).read()  # finding: is given to everyone who asks


@app.route("/invoice/<invoice_id>")
@login_required
def show_invoice(invoice_id):  # finding: is shown without
    return render("invoice.html", Invoice.query.get_or_404(invoice_id))
