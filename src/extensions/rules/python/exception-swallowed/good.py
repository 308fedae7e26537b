def accept(message, key):
    try:
        key.verify(message.signature, message.body)
    except InvalidSignature:
        return None
    return message.body


def read(path, log):
    try:
        return handle(path)
    except Exception:
        log.exception("could not read")
        raise


def optional(path):
    try:
        return handle(path)
    except FileNotFoundError:
        pass
