import os
import shlex
import subprocess

from flask import Flask, request

app = Flask(__name__)
EDITOR = "vi"


@app.route("/ping")
def ping():
    host = request.args.get("host")
    subprocess.run(["ping", "-c", "1", host])
    os.system("ping -c 1 " + shlex.quote(host))
    count = int(request.args["count"])
    os.system(f"ping -c {count} localhost")
    return "done"


@app.route("/service")
def service():
    name = request.args["name"]
    if name not in ("web", "db"):
        return "no"
    return subprocess.check_output("service " + name + " status", shell=True)


def constant():
    os.system("ls -l")
    os.system("ls " + "-l")
    os.system(EDITOR + " notes.txt")
    subprocess.call("make all", shell=True)


def arguments(node, volume):
    node.run_ssh(["lvremove", "-f", volume])
    subprocess.check_call(["tar", "czf", "backup.tgz", volume])


def other_meanings(page, name):
    page.run_query("say %s" % name)
    page.send_message("hello %s" % name)


class Node:
    def flush(self, command):
        command = command + ["--now"]
        self.run_ssh(command)
        self.log_cli_output("run: rm -f %s" % command)


def build():
    subprocess.run(f"make -j{os.cpu_count()} LOG=build.{os.getpid()}", shell=True)
