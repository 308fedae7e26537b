import tarfile


def unpack(path, folder):
    with tarfile.open(path) as archive:
        archive.extractall(folder)  # finding: 'extractall' writes the members of an archive


def unpack_trusting(path):
    archive = tarfile.open(path, "r:gz")
    archive.extractall("out", filter="fully_trusted")  # finding: whatever paths they name
    archive.close()
