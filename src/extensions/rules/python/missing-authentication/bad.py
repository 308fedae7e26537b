from flask import Flask, session, redirect, request

app = Flask(__name__)


def login_required(view):
    def wrapper():
        if "user" not in session:
            return redirect("/login")
        return view()

    return wrapper


@app.route("/login", methods=["POST"])
def login():
    session["user"] = check(request.form["name"], request.form["password"])
    return redirect("/")


@app.route("/settings", methods=["POST"])
def change_settings():  # finding: who calls 'change_settings'
    save(request.form["mail"])
    return "saved"


@app.route("/admin")
@login_required
def administration():  # finding: Everyone who is signed in
    return render("overview.html")


@app.route("/overview")
def overview():
    is_admin = request.args.get("is_admin")
    if is_admin == "yes":  # finding: The request itself
        return everything()
    return little()
