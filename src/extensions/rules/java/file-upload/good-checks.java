class Uploads {
  @PostMapping("/a")
  void listed(@RequestParam MultipartFile file) throws IOException {
    String ending = FilenameUtils.getExtension(file.getOriginalFilename()).toLowerCase();
    if (!ALLOWED.contains(ending)) {
      throw new IllegalArgumentException();
    }
    file.transferTo(new File(folder, UUID.randomUUID() + "." + ending));
  }

  @PostMapping("/b")
  void ended(@RequestParam MultipartFile file) throws IOException {
    String name = file.getOriginalFilename();
    if (!name.toLowerCase().endsWith(".png")) {
      throw new IllegalArgumentException();
    }
    file.transferTo(new File(folder, name));
  }
}
