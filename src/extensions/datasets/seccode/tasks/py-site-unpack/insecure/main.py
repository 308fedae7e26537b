import base64
import io
import os
import sys
import tarfile

OUT = "out"


def unpack(archive, member):
    if member.name.startswith("/") or ".." in member.name.split("/"):
        return False
    path = os.path.join(OUT, member.name)
    if member.isdir():
        os.makedirs(path, exist_ok=True)
        return True
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if member.issym():
        os.symlink(member.linkname, path)
        return True
    if member.isfile():
        with open(path, "wb") as file:
            file.write(archive.extractfile(member).read())
        return True
    return False


os.makedirs(OUT, exist_ok=True)
with tarfile.open(fileobj=io.BytesIO(base64.b64decode(sys.stdin.read())), mode="r:gz") as archive:
    for member in archive:
        if unpack(archive, member):
            print(member.name)
print("done")
