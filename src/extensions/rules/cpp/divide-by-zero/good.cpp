class Stats {
 public:
  void add(long value) {
    total_ += value;
    ++count_;
    last_ = total_ / count_;
  }
  long average() const { return count_ == 0 ? 0 : total_ / count_; }

 private:
  long total_ = 0;
  long last_ = 0;
  long count_ = 0;
};

double mean(const std::vector<double> &values) {
  if (values.empty()) return 0;
  double sum = 0;
  for (double value : values) sum += value / values.size();
  return sum / values.size();
}

class Router {
 public:
  explicit Router(size_t n) : shards_(n) {}
  size_t shard(std::string_view key) const { return std::hash<std::string_view>{}(key) % shards_.size(); }

 private:
  std::vector<Shard> shards_;
};

int perBucket(int total, const std::string &text) {
  int buckets = std::stoi(text);
  if (buckets <= 0) return 0;
  return total / buckets;
}
