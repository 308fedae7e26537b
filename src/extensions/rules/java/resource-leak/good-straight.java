import java.io.*;
import java.sql.*;

class Safe {
  Properties load(String path) throws IOException {
    FileInputStream in = new FileInputStream(path);
    try {
      Properties all = new Properties();
      all.load(in);
      return all;
    } finally {
      in.close();
    }
  }

  int count(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement("delete from log")) {
      return statement.executeUpdate();
    }
  }

  Connection open(DataSource source) throws SQLException {
    Connection connection = source.getConnection();
    connection.setAutoCommit(false);
    if (connection.isReadOnly()) connection.close();
    return connection;
  }

  List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(Path::toString).collect(Collectors.toList());
    }
  }

  void touch(File file) throws IOException {
    FileOutputStream out = new FileOutputStream(file);
    out.close();
  }
}
