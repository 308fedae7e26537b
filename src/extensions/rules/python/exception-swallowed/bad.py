def accept(message, key):
    try:
        key.verify(message.signature, message.body)
    except Exception:  # finding: nothing is done about it
        pass
    return message.body
