import os
import secrets
import stat

NAME = "api.key"

if os.path.lexists(NAME):
    os.remove(NAME)
with os.fdopen(os.open(NAME, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
    file.write(secrets.token_hex(32) + "\n")
print(NAME, format(stat.S_IMODE(os.stat(NAME).st_mode), "o"))
