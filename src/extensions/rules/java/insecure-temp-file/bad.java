import java.io.*;
import java.nio.file.*;

public class Report {
  void write(String text, String id) throws IOException {
    FileWriter writer = new FileWriter("/tmp/report.txt"); // finding: everybody can foresee
    Files.writeString(Paths.get("/tmp/report-" + id), text); // finding: everybody can foresee
    File folder = File.createTempFile("report", ""); // finding: deleted first
    folder.delete();
    folder.mkdir();
    File other = File.createTempFile("other", ".txt"); // finding: can be read by everybody
  }
}
