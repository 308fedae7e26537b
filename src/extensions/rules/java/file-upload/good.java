public class Uploads {
  @PostMapping("/upload")
  public String upload(@RequestParam("file") MultipartFile file) throws IOException {
    String extension = FilenameUtils.getExtension(file.getOriginalFilename());
    if (!ALLOWED.contains(extension)) {
      throw new IOException("kind");
    }
    file.transferTo(new File("/srv/uploads/" + UUID.randomUUID() + "." + extension));
    return "done";
  }

  @PostMapping("/own")
  public String own(@RequestParam("file") MultipartFile file) throws IOException {
    file.transferTo(new File("/srv/uploads/" + UUID.randomUUID()));
    return "done";
  }
}
