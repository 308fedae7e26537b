import java.io.*;

public class Files2 {
  String first(File file) throws IOException {
    BufferedReader reader = new BufferedReader(new FileReader(file)); // finding: 'reader' is opened and never closed
    return reader.readLine();
  }

  void save(byte[] data) throws IOException {
    FileOutputStream out = new FileOutputStream("data.bin"); // finding: 'out' is opened and never closed
    out.write(data);
    out.flush();
  }
}
