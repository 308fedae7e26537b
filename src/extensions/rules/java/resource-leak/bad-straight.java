import java.io.*;
import java.sql.*;

class Straight {
  Properties load(String path) throws IOException {
    FileInputStream in = new FileInputStream(path); // finding: 'in' stays open when anything is thrown before it is closed.
    Properties all = new Properties();
    all.load(in);
    in.close();
    return all;
  }

  int count(DataSource source) throws SQLException {
    Connection connection = source.getConnection(); // finding: 'connection' stays open when anything is thrown
    PreparedStatement statement = connection.prepareStatement("delete from log"); // finding: 'statement' stays open
    int count = statement.executeUpdate();
    statement.close();
    connection.close();
    return count;
  }

  List<String> names(Path folder) throws IOException {
    return Files.list(folder).map(Path::toString).collect(Collectors.toList()); // finding: stays open
  }
}
