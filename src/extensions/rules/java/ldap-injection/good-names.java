class Names {
  DirContext bind(String user, String password) throws NamingException {
    Hashtable<String, String> settings = new Hashtable<>();
    settings.put(Context.SECURITY_PRINCIPAL, "uid=" + LdapEncoder.nameEncode(user) + ",ou=people,dc=example,dc=org");
    settings.put(Context.SECURITY_CREDENTIALS, password);
    return new InitialDirContext(settings);
  }

  SearchResult find(String uid) throws Exception {
    return connection.search("ou=people", SearchScope.SUB, Filter.createEqualityFilter("uid", uid));
  }
}
