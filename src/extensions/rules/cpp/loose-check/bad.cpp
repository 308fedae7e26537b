class Reader {
 public:
  uint32_t u32() {
    if (!require(2)) return 0;
    const uint32_t value = uint32_t{data_[pos_]} << 24 | uint32_t{data_[pos_ + 1]} << 16 | uint32_t{data_[pos_ + 2]} << 8 |
                           data_[pos_ + 3]; // finding: 4 bytes from the cursor on are used, and only 2
    pos_ += 4;
    return value;
  }

  uint16_t u16() {
    if (size_ - pos_ < 1) throw std::out_of_range("u16");
    uint16_t high = data_[pos_++];
    return high << 8 | data_[pos_++]; // finding: 2 bytes from the cursor on are used, and only 1
  }

 private:
  bool require(size_t n);
  const uint8_t *data_;
  size_t size_;
  size_t pos_ = 0;
};

class Message {
 public:
  bool append(const uint8_t *data, size_t len) {
    if (len > capacity_) return false;
    std::memcpy(body_ + used_, data, len); // finding: 'len' was compared with the size, but not together with 'used_'
    used_ += len;
    return true;
  }

 private:
  size_t capacity_;
  size_t used_ = 0;
  uint8_t *body_;
};

class Bank {
 public:
  bool write(const Request &req) {
    if (req.values.empty()) return false;
    if (req.start > regs_.size()) return false;
    for (size_t i = 0; i < req.values.size(); ++i) regs_[req.start + i] = req.values[i]; // finding: 'req.start' was compared
    return true;
  }

  void record(int player, int points) {
    if (player < 0 || player > kPlayers) return;
    points_[player] += points; // finding: 'player' may be as large as 'points_' has items
  }

 private:
  static constexpr int kPlayers = 16;
  int points_[kPlayers] = {};
  std::vector<uint16_t> regs_;
};

const char *intern(Arena &arena, std::string_view name) {
  char *copy = static_cast<char *>(arena.Allocate(name.size()));
  std::memcpy(copy, name.data(), name.size());
  copy[name.size()] = '\0'; // finding: 'copy' has room for fewer items
  return copy;
}
