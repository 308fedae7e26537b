import os
import subprocess
import sys

import paramiko
from flask import Flask, request

app = Flask(__name__)


@app.route("/ping")
def ping():
    host = request.args.get("host")
    os.system("ping -c 1 " + host)  # finding: The query string becomes part of the command line
    subprocess.run(f"nslookup {host}", shell=True)  # finding: 'run' gives to a shell
    return "done"


@app.route("/start", methods=["POST"])
def start():
    subprocess.Popen([request.form["program"], "--now"])  # finding: decides which program 'Popen' starts
    subprocess.call(["sh", "-c", request.form["line"]])  # finding: decides which program 'call' starts
    return "started"


def compress(folder):
    command = "tar czf backup.tgz {}".format(folder)
    return subprocess.check_output(command, shell=True)  # finding: The parameter 'folder'


def run_anything(command):
    return os.popen(command).read()  # finding: The parameter 'command'


def with_wrapper(node, volume):
    node.run_ssh("lvremove -f %s" % volume)  # finding: 'run_ssh' runs has a value


def remote(address, name):
    client = paramiko.SSHClient()
    client.connect(address)
    client.exec_command("id " + name)  # finding: becomes part of the command line


def local():
    os.system("less " + sys.argv[1])  # finding: An argument of the command line


class Job:
    def stop(self):
        os.system("kill %s" % self.pid)  # finding: has a value put into it
