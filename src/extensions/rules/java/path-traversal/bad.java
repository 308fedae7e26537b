import java.io.*;
import java.nio.file.*;
import java.util.zip.*;

public class Download extends HttpServlet {
  private static final String BASE = "/srv/files/";

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String name = request.getParameter("name");
    File file = new File(BASE + name);
    FileInputStream in = new FileInputStream(file); // finding: contains a request parameter
    Path path = Paths.get("/srv/files", request.getHeader("X-File"));
    byte[] data = Files.readAllBytes(path); // finding: contains a request header
  }

  @GetMapping("/file/{name}")
  public byte[] serve(@PathVariable String name) throws IOException {
    return Files.readAllBytes(Paths.get("uploads").resolve(name)); // finding: the request's 'name'
  }

  @PostMapping("/upload")
  public String upload(@RequestParam("file") MultipartFile file) throws IOException {
    File target = new File("/srv/uploads/" + file.getOriginalFilename());
    file.transferTo(target); // finding: the name of an uploaded file
    return "done";
  }

  void unzip(File archive, File folder) throws IOException {
    ZipInputStream zip = new ZipInputStream(new FileInputStream(archive));
    ZipEntry entry;
    while ((entry = zip.getNextEntry()) != null) {
      File out = new File(folder, entry.getName());
      FileOutputStream stream = new FileOutputStream(out); // finding: the name of an archive entry
    }
  }

  public String readDocument(String fileName) throws IOException {
    return new String(Files.readAllBytes(Paths.get("/var/documents/" + fileName))); // finding: the parameter 'fileName'
  }

  @DeleteMapping("/drafts")
  public void remove(@RequestParam String draft) throws IOException {
    FileUtils.deleteQuietly(new File("/srv/drafts/" + draft)); // finding: contains the request's 'draft'
  }
}
