import html
import unicodedata


def show(request):
    name = html.escape(request.args["name"])
    return unicodedata.normalize("NFKC", name)  # finding: after it was escaped
