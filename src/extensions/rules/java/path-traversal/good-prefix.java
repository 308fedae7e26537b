class Downloads {
  @GetMapping("/file")
  byte[] get(@RequestParam String name) throws IOException {
    File base = new File("/srv/files");
    File file = new File(base, name);
    if (!file.getCanonicalPath().startsWith(base.getCanonicalPath() + File.separator)) {
      throw new SecurityException();
    }
    return Files.readAllBytes(file.toPath());
  }

  @GetMapping("/page")
  byte[] page(@RequestParam String name) throws IOException {
    Path base = Paths.get("/srv/pages").toAbsolutePath().normalize();
    Path file = base.resolve(name).normalize();
    if (!file.startsWith(base)) {
      throw new SecurityException();
    }
    return Files.readAllBytes(file);
  }
}
