class Readers {
  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) private Object payload; // finding: The data names the class

  Object yaml(InputStream body) {
    Yaml yaml = new Yaml(new Constructor(new LoaderOptions()));
    return yaml.load(body); // finding: YAML that can name classes is
  }

  ObjectMapper mapper() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.activateDefaultTyping(LaissezFaireSubTypeValidator.instance, ObjectMapper.DefaultTyping.NON_FINAL); // finding: The mapper makes objects of the
    return mapper;
  }

  Object stream(String xml) {
    XStream xstream = new XStream();
    xstream.addPermission(AnyTypePermission.ANY);
    return xstream.fromXML(xml); // finding: An object is made of the
  }

  Object fast(String body) {
    ParserConfig.getGlobalInstance().setAutoTypeSupport(true); // finding: The parser makes objects of the
    return JSON.parse(body);
  }

  Object hessian(InputStream in) throws IOException {
    return new HessianInput(in).readObject(); // finding: An object is made of the
  }

  Object utility(byte[] bytes) {
    return SerializationUtils.deserialize(bytes); // finding: An object is made of the
  }
}
