class Readers {
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  private Payload payload;

  Object yaml(InputStream body) {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return yaml.load(body);
  }

  Object settings(InputStream body) {
    Yaml yaml = new Yaml(new Constructor(Settings.class, new LoaderOptions()));
    return yaml.load(body);
  }

  ObjectMapper mapper(PolymorphicTypeValidator known) {
    ObjectMapper mapper = new ObjectMapper();
    mapper.activateDefaultTyping(known, ObjectMapper.DefaultTyping.NON_FINAL);
    return mapper;
  }

  Object fast(String body) {
    ParserConfig.getGlobalInstance().setAutoTypeSupport(false);
    return JSON.parse(body);
  }

  Object read(byte[] raw) throws Exception {
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(raw));
    in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("org.example.orders.*;!*"));
    return in.readObject();
  }
}
