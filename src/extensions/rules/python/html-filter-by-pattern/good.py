import html
import re


def safe(text):
    return html.escape(text)


def without_blanks(text):
    return re.sub(r"\s+", " ", text)


def description(text):
    return re.sub("<description>", "", text)
