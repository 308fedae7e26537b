import html
import unicodedata


def show(request):
    name = unicodedata.normalize("NFKC", request.args["name"])
    return html.escape(name)


def compose(name):
    return unicodedata.normalize("NFC", html.escape(name))
