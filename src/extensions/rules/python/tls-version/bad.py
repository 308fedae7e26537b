import socket
import ssl


def context():
    return ssl.SSLContext(ssl.PROTOCOL_TLSv1)  # finding: TLS 1, which is broken


def old_ssl(connection):
    return ssl.wrap_socket(connection, ssl_version=ssl.PROTOCOL_SSLv3)  # finding: SSL 3, which is broken


def default():
    return ssl.wrap_socket(socket.socket())  # finding: Old versions


def floor():
    made = ssl.create_default_context()
    made.minimum_version = ssl.TLSVersion.TLSv1_1  # finding: TLS 1.1
    return made
