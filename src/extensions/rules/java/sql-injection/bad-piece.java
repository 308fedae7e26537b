public User login(String user, String password) throws SQLException {
    String query = "SELECT * FROM users WHERE name = '" + user + "' AND password = '" + password + "'";
    Statement stmt = conn.createStatement();
    ResultSet rs = stmt.executeQuery(query); // finding: contains the parameter 'user'
    return rs.next() ? new User(rs.getString("name")) : null;
}
