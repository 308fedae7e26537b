import java.io.*;
import java.nio.file.*;
import org.apache.commons.compress.archivers.tar.*;

class Restore {
  void restore(Tenant tenant, InputStream upload) throws IOException {
    Path home = layout.homeOf(tenant).toAbsolutePath().normalize();
    try (TarArchiveInputStream tar = new TarArchiveInputStream(upload)) {
      for (TarArchiveEntry entry = tar.getNextTarEntry(); entry != null; entry = tar.getNextTarEntry()) {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) continue;
        Files.copy(tar, target);
      }
    }
  }
}
