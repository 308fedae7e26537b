static const char *const kNames[] = {"GET", "PUT", "DELETE"};
static const uint32_t kTable[256] = {0};

std::string describe(std::span<const std::byte> frame) {
  if (frame.size() < 4) return "short";
  const auto method = std::to_integer<unsigned>(frame[0]);
  if (method >= std::size(kNames)) return "unknown";
  return kNames[method];
}

uint32_t update(uint32_t crc, const std::vector<uint8_t> &bytes) {
  for (size_t i = 0; i < bytes.size(); ++i) crc = kTable[(crc ^ bytes[i]) & 0xff] ^ (crc >> 8);
  const uint8_t first = bytes[0];
  return crc ^ kTable[first];
}

std::string decodeName(const std::vector<uint8_t> &packet, size_t &offset) {
  std::string name;
  while (offset < packet.size()) {
    uint8_t len = packet[offset++];
    if (len > packet.size() - offset) throw std::runtime_error("truncated");
    for (uint8_t i = 0; i < len; ++i) name += static_cast<char>(packet[offset + i]);
    offset += len;
  }
  return name;
}

class SampleRing {
 public:
  bool load(std::istream &in) {
    uint32_t n = 0;
    in.read(reinterpret_cast<char *>(&n), sizeof(n));
    if (!in || n > slots_.size()) return false;
    for (uint32_t i = 0; i < n; ++i) slots_[i] = readSample(in);
    more_.resize(n);
    for (uint32_t i = 0; i < n; ++i) more_[i] = readSample(in);
    return true;
  }

  void select(const nlohmann::json &edit) {
    int slot = edit.at("slot").get<int>();
    slots_.at(slot).selected = true;
    names_[slot] = "selected";
  }

 private:
  std::array<Sample, 64> slots_;
  std::vector<Sample> more_;
  std::map<int, std::string> names_;
};

std::string readText(const uint8_t *data, size_t size, size_t at) {
  const uint32_t length = ReadBE32(data + at);
  if (length > size - at - 4) return {};
  return std::string(reinterpret_cast<const char *>(data + at + 4), length);
}

class Prompt {
 public:
  bool ask() {
    std::string line;
    if (!std::getline(std::cin, line)) return false;
    if (line.size() >= sizeof(answer_)) return false;
    std::strcpy(answer_, line.c_str());
    return true;
  }

 private:
  char answer_[32];
};

class Chunks {
 public:
  bool next(Chunk *out) {
    const uint32_t length = ReadBE32(data_ + pos_);
    if (length > size_ - pos_) return false;
    out->data = data_ + pos_;
    out->length = length;
    pos_ += length;
    return true;
  }

 private:
  const uint8_t *data_;
  size_t size_;
  size_t pos_ = 0;
};
