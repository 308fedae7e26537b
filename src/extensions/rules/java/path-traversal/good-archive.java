import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

class Unpacker {
  static void unpack(ZipInputStream archive, File folder) throws IOException {
    ZipEntry entry = archive.getNextEntry();
    while (entry != null) {
      File target = new File(folder, entry.getName());
      if (!target.toPath().normalize().startsWith(folder.toPath().normalize())) {
        throw new IOException("The entry lies outside of the folder.");
      }
      try (FileOutputStream out = new FileOutputStream(target)) {
        archive.transferTo(out);
      }
      entry = archive.getNextEntry();
    }
  }
}
