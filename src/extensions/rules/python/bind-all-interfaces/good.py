import socket


def listen(port):
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.bind(("127.0.0.1", port))
    server.listen()


def listen_as_told(host, port):
    server = socket.socket()
    server.bind((host, port))


def bind_value(query):
    query.bind("")
