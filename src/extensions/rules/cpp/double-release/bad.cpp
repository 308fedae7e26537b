class Handle {
 public:
  Handle(Handle &&other) noexcept : pointer_(other.pointer_) {} // finding: keeps 'pointer_'
  Handle(const Handle &) = delete;
  ~Handle() { delete pointer_; }

 private:
  Widget *pointer_;
};

class Asset {
 public:
  void reload(const std::string &path) {
    delete[] pixels_;
    std::ifstream in(path, std::ios::binary);
    if (!in) {
      unload(); // finding: 'pixels_' was given back, and 'unload' gives it back again
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
