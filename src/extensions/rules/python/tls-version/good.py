import ssl


def context():
    return ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)


def client():
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def floor():
    made = ssl.create_default_context()
    made.minimum_version = ssl.TLSVersion.TLSv1_3
    return made
