class Spool {
  void store(Path file, byte[] job) throws IOException {
    if (Files.exists(file)) {
      log.info("the file is there already");
    }
    Files.write(file, job, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  void append(File file, String line) throws IOException {
    try (FileWriter out = new FileWriter(file, true)) {
      out.write(line);
    }
  }

  byte[] read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new byte[0];
    }
    return Files.readAllBytes(file);
  }
}
