class Handle {
 public:
  Handle(Handle &&other) noexcept : pointer_(other.pointer_) { other.pointer_ = nullptr; }
  Handle(const Handle &) = delete;
  Handle &operator=(Handle &&other) noexcept {
    std::swap(pointer_, other.pointer_);
    return *this;
  }
  ~Handle() { delete pointer_; }

 private:
  Widget *pointer_;
};

class Taken {
 public:
  Taken(Taken &&other) noexcept : pointer_(std::exchange(other.pointer_, nullptr)) {}
  ~Taken() { delete pointer_; }

 private:
  Widget *pointer_;
};

class Asset {
 public:
  void reload(const std::string &path) {
    delete[] pixels_;
    pixels_ = nullptr;
    std::ifstream in(path, std::ios::binary);
    if (!in) {
      unload();
      return;
    }
    pixels_ = readPixels(in);
  }

  void unload() {
    delete[] pixels_;
    pixels_ = nullptr;
  }

 private:
  uint8_t *pixels_ = nullptr;
};
