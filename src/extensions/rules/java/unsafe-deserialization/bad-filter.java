class Filtering {
  Object read(byte[] raw) throws Exception {
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(raw));
    in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("!org.example.bad.**;*"));
    return in.readObject(); // finding: An object is made of the
  }
}
