import java.io.*;
import java.nio.file.*;
import java.util.zip.*;

public class Download extends HttpServlet {
  private static final String BASE = "/srv/files/";

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    File file = new File(BASE, request.getParameter("name"));
    if (!file.getCanonicalPath().startsWith(new File(BASE).getCanonicalPath() + File.separator)) {
      throw new SecurityException("outside");
    }
    FileInputStream in = new FileInputStream(file);
  }

  void last(HttpServletRequest request) throws IOException {
    String name = new File(request.getParameter("name")).getName();
    Files.readAllBytes(Paths.get(BASE, name));
    String base = FilenameUtils.getName(request.getParameter("other"));
    new FileReader(BASE + base);
  }

  @GetMapping("/file/{name}")
  public byte[] serve(@PathVariable String name) throws IOException {
    Path folder = Paths.get("uploads").toAbsolutePath().normalize();
    Path path = folder.resolve(name).normalize();
    if (!path.startsWith(folder)) {
      throw new IOException("outside");
    }
    return Files.readAllBytes(path);
  }

  void unzip(File archive, File folder) throws IOException {
    ZipInputStream zip = new ZipInputStream(new FileInputStream(archive));
    ZipEntry entry;
    while ((entry = zip.getNextEntry()) != null) {
      Path target = folder.toPath().resolve(entry.getName()).normalize();
      if (!target.startsWith(folder.toPath())) {
        throw new IOException("outside");
      }
      Files.copy(zip, target);
    }
  }

  void twice(File archive, File folder) throws IOException {
    ZipInputStream zip = new ZipInputStream(new FileInputStream(archive));
    ZipEntry entry = zip.getNextEntry();
    File target = new File(folder, entry.getName());
    if (!target.getCanonicalPath().startsWith(folder.getCanonicalPath() + File.separator)) {
      throw new IOException("outside");
    }
    new FileOutputStream(new File(folder, entry.getName()));
  }

  void checked(HttpServletRequest request) throws IOException {
    String name = request.getParameter("name");
    if (name.contains("..") || name.contains("/")) {
      return;
    }
    new FileInputStream(BASE + name);
    new FileInputStream(BASE + "readme.txt");
  }
}
