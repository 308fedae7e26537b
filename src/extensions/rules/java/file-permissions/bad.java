class Rights {
  void open(File file) {
    file.setWritable(true, false); // finding: The file can be written by
  }

  void script(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx")); // finding: The file can be written by
  }

  void set(Path file) throws IOException {
    Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
    rights.add(PosixFilePermission.OTHERS_WRITE); // finding: The file can be written by
    Files.setPosixFilePermissions(file, rights);
  }

  void command(String file) throws IOException {
    Runtime.getRuntime().exec(new String[] {"chmod", "777", file}); // finding: The file can be written by
  }

  void store(Path file, String password) throws IOException {
    Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"))); // finding: The file with a secret can
    Files.writeString(file, password);
  }
}
