import os
import tarfile
import zipfile


def unpack(path, folder):
    with tarfile.open(path) as archive:
        archive.extractall(folder, filter="data")


def unpack_checked(path, folder):
    with tarfile.open(path) as archive:
        for member in archive.getmembers():
            target = os.path.realpath(os.path.join(folder, member.name))
            if os.path.commonpath([folder, target]) != folder:
                raise ValueError(member.name)
        archive.extractall(folder)


def unzip(path, folder):
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
