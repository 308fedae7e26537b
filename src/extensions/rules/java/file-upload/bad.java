public class Uploads {
  @PostMapping("/upload")
  public String upload(@RequestParam("file") MultipartFile file) throws IOException {
    String name = new File(file.getOriginalFilename()).getName();
    file.transferTo(new File("/srv/www/uploads/" + name)); // finding: stored under the name that its sender chose
    return "done";
  }
}
