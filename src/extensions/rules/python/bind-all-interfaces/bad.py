import socket


def listen(port):
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.bind(("0.0.0.0", port))  # finding: every interface
    server.listen()


def listen_by_default():
    host = ""
    server = socket.socket()
    server.bind((host, 8080))  # finding: every interface
