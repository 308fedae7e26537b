class Uploads {
  @PostMapping("/a")
  void refused(@RequestParam MultipartFile file) throws IOException {
    String name = file.getOriginalFilename();
    if (name.endsWith(".php")) {
      throw new IllegalArgumentException();
    }
    file.transferTo(new File(folder, name)); // finding: The upload is stored under the
  }

  @PostMapping("/b")
  void claimed(@RequestParam MultipartFile file) throws IOException {
    if (!file.getContentType().startsWith("image/")) {
      throw new IllegalArgumentException();
    }
    file.transferTo(new File(folder, file.getOriginalFilename())); // finding: The upload is stored under the
  }
}
