from flask import Flask, abort, session, redirect, request

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
@login_required
def change_settings():
    save(request.form["mail"])
    return "saved"


@app.route("/admin")
@login_required
def administration():
    if session.get("role") != "admin":
        abort(403)
    return render("overview.html")


@app.route("/news")
def news():
    return render("news.html")
