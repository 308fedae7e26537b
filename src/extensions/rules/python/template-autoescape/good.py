from jinja2 import Environment, FileSystemLoader, select_autoescape


def page(name):
    environment = Environment(loader=FileSystemLoader("templates"), autoescape=select_autoescape())
    return environment.get_template("page.html").render(name=name)


def other():
    options = {"autoescape": True}
    return Environment(**options)


def paper():
    return Environment(block_start_string="((*", variable_start_string="(((")
