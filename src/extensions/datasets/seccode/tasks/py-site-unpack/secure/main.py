import base64
import io
import os
import sys
import tarfile

OUT = os.path.realpath("out")


def is_within(path):
    return os.path.commonpath([os.path.realpath(path), OUT]) == OUT


def unpack(archive, member):
    path = os.path.join(OUT, member.name)
    if not is_within(os.path.dirname(path)) or os.path.islink(path):
        return False
    if member.isdir():
        os.makedirs(path, exist_ok=True)
        return True
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if member.issym() and is_within(os.path.join(os.path.dirname(path), member.linkname)):
        os.symlink(member.linkname, path)
        return True
    if member.isfile() and is_within(path):
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
