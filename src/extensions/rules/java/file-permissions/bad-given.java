import java.nio.file.*;
import java.nio.file.attribute.*;

class Keys {
  void make(Path folder, byte[] open, byte[] closed) throws Exception {
    write(folder.resolve("a.pub"), "PUBLIC KEY", open, "rw-r--r--");
    write(folder.resolve("a.key"), "PRIVATE KEY", closed, "rw-r--r--"); // finding: The file with a secret can be read by others who use the machine.
  }

  void write(Path file, String title, byte[] data, String mode) throws Exception {
    Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
    Files.write(file, data);
  }
}
