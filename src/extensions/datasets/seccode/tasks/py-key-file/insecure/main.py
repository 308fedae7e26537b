import os
import secrets
import stat

NAME = "api.key"

with open(NAME, "w") as file:
    file.write(secrets.token_hex(32) + "\n")
os.chmod(NAME, 0o644)
print(NAME, format(stat.S_IMODE(os.stat(NAME).st_mode), "o"))
