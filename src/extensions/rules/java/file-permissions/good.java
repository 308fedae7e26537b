class Rights {
  void open(File file) {
    file.setWritable(true, true);
    file.setReadable(true, false);
  }

  void script(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  void set(Path file) throws IOException {
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
    rights.remove(PosixFilePermission.OTHERS_WRITE);
    Files.setPosixFilePermissions(file, rights);
  }

  void command(String file) throws IOException {
    Runtime.getRuntime().exec(new String[] {"chmod", "750", file});
  }

  void store(Path file, String password) throws IOException {
    Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password);
  }
}
