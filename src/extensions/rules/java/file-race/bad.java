class Spool {
  void store(Path file, byte[] job) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Files.write(file, job); // finding: 'file' may be another file by
  }

  void append(File file, String line) throws IOException {
    if (!file.exists()) {
      try (FileWriter out = new FileWriter(file)) { // finding: 'file' may be another file by
        out.write(line);
      }
    }
  }

  byte[] read(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      throw new IOException("link");
    }
    return Files.readAllBytes(file); // finding: 'file' may be another file by
  }
}
