import socket


def listen(port):
    server = socket.socket()
    server.bind(("127.0.0.1", 8000))
    other = socket.socket()
    other.bind(("127.0.0.1", port))
    return server, other
