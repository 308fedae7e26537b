class TileMap {
 public:
  void set(int x, int y, Tile tile) {
    tiles_[y * width_ + x] = tile; // finding: 'y' says which item of 'tiles_' is meant
  }

  const Tile &at(int x, int y) const {
    if (x < 0 || y < 0 || x >= width_ || y >= height_) return none;
    return tiles_[y * width_ + x];
  }

 private:
  int width_;
  int height_;
  std::vector<Tile> tiles_;
};
