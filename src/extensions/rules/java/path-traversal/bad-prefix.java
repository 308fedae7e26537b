class Downloads {
  @GetMapping("/file")
  byte[] get(@RequestParam String name) throws IOException {
    File base = new File("/srv/files");
    File file = new File(base, name);
    if (!file.getCanonicalPath().startsWith(base.getCanonicalPath())) {
      throw new SecurityException();
    }
    return Files.readAllBytes(file.toPath()); // finding: The path given to 'readAllBytes' contains
  }
}
