import java.io.*;

public class Files2 {
  private Reader field;

  String first(File file) throws IOException {
    try (BufferedReader reader = new BufferedReader(new FileReader(file))) {
      return reader.readLine();
    }
  }

  void save(byte[] data) throws IOException {
    FileOutputStream out = new FileOutputStream("data.bin");
    try {
      out.write(data);
    } finally {
      out.close();
    }
  }

  InputStream open(File file) throws IOException {
    FileInputStream in = new FileInputStream(file);
    return in;
  }

  void pass(File file) throws IOException {
    FileReader reader = new FileReader(file);
    field = reader;
    FileInputStream in = new FileInputStream(file);
    IOUtils.closeQuietly(in);
    Scanner scanner = new Scanner(System.in);
    scanner.nextLine();
  }
}
