class TileMap {
 public:
  void set(int x, int y, Tile tile) {
    if (x < 0 || y < 0 || x >= width_ || y >= height_) return;
    tiles_[y * width_ + x] = tile;
  }

  const Tile &at(int x, int y) const {
    if (x < 0 || y < 0 || x >= width_ || y >= height_) return none;
    return tiles_[y * width_ + x];
  }

  Tile &operator[](size_t i) { return tiles_[i]; }

  void name(int id, const std::string &text) { names_[id] = text; }
  std::string nameOf(int id) { return id < 0 ? "" : names_[id]; }

 private:
  void put(int x, int y, Tile tile) { tiles_[y * width_ + x] = tile; }

  int width_;
  int height_;
  std::vector<Tile> tiles_;
  std::map<int, std::string> names_;
};
