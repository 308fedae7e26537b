import jinja2
from jinja2 import Environment, FileSystemLoader


def page(name):
    environment = Environment(loader=FileSystemLoader("templates"))  # finding: without escaping them
    return environment.get_template("page.html").render(name=name)


def other():
    return jinja2.Environment(autoescape=False)  # finding: without escaping them
