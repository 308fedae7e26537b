import java.io.*;
import java.nio.file.*;

public class Report {
  void write(String text) throws IOException {
    Path file = Files.createTempFile("report", ".txt");
    Files.writeString(file, text);
    Path folder = Files.createTempDirectory("reports");
    File other = File.createTempFile("report", ".txt", folder.toFile());
    other.delete();
    new FileWriter("/var/lib/reports/report.txt");
  }
}
