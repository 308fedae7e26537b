class Names {
  DirContext bind(String user, String password) throws NamingException {
    Hashtable<String, String> settings = new Hashtable<>();
    settings.put(Context.SECURITY_PRINCIPAL, "uid=" + user + ",ou=people,dc=example,dc=org"); // finding: The LDAP query contains the parameter
    return new InitialDirContext(settings);
  }

  SearchResult find(String uid) throws Exception {
    return connection.search("ou=people", SearchScope.SUB, "(uid=" + uid + ")"); // finding: The LDAP query contains the parameter
  }
}
