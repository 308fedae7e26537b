void write(Sink &sink, const std::vector<Field> &fields) {
  uint16_t count = fields.size(); // finding: The size of 'fields' is put into fewer bits
  std::vector<uint8_t> out(2 + count * sizeof(Field));
  std::memcpy(out.data() + 2, fields.data(), fields.size() * sizeof(Field));
  sink.write(out);
}

bool decode(ByteReader &in, Image &image) {
  const uint32_t width = in.ReadU32();
  const uint32_t height = in.ReadU32();
  if (width == 0 || height == 0) return false;
  image.pixels.resize(width * height * 4); // finding: 'width' was read, and the product
  return true;
}

bool Channel::readBlob(std::vector<char> &out) {
  int32_t length = 0;
  if (!readExactly(&length, sizeof(length))) return false;
  if (length > kMost) return false;
  out.resize(length); // finding: 'length' has a sign
  return true;
}
