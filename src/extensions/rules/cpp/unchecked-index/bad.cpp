static const char *const kNames[] = {"GET", "PUT", "DELETE"};

std::string describe(std::span<const std::byte> frame) {
  if (frame.size() < 4) return "short";
  const auto method = std::to_integer<unsigned>(frame[0]);
  return kNames[method]; // finding: 'method' was read and says which item is meant
}

std::string decodeName(const std::vector<uint8_t> &packet, size_t &offset) {
  std::string name;
  while (offset < packet.size()) {
    uint8_t len = packet[offset++];
    if (len == 0) break;
    for (uint8_t i = 0; i < len; ++i) name += static_cast<char>(packet[offset + i]); // finding: 'len' was read and says how often
    offset += len;
  }
  return name;
}

class SampleRing {
 public:
  bool load(std::istream &in) {
    uint32_t n = 0;
    in.read(reinterpret_cast<char *>(&n), sizeof(n));
    if (!in) return false;
    for (uint32_t i = 0; i < n; ++i) slots_[i] = readSample(in); // finding: 'n' was read and says how often
    return true;
  }

  void select(const nlohmann::json &edit) {
    int slot = edit.at("slot").get<int>();
    slots_[slot].selected = true; // finding: 'slot' was read and says which item
  }

 private:
  std::array<Sample, 64> slots_;
};

std::string readText(const uint8_t *data, size_t size, size_t at) {
  const uint32_t length = ReadBE32(data + at);
  return std::string(reinterpret_cast<const char *>(data + at + 4), length); // finding: 'length' was read and says how many bytes
}

class Prompt {
 public:
  bool ask() {
    std::string line;
    if (!std::getline(std::cin, line)) return false;
    std::strcpy(answer_, line.c_str()); // finding: 'line' is put into an array
    return true;
  }

 private:
  char answer_[32];
};

class Chunks {
 public:
  bool next(Chunk *out) {
    const uint32_t length = ReadBE32(data_ + pos_);
    out->data = data_ + pos_;
    out->length = length; // finding: 'length' was read and says how many bytes
    pos_ += length;
    return true;
  }

 private:
  const uint8_t *data_;
  size_t pos_ = 0;
};
