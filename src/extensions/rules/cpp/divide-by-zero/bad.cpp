class Stats {
 public:
  void add(long value) {
    total_ += value;
    ++count_;
  }
  long average() const { return total_ / count_; } // finding: 'count_' is zero until something was counted

 private:
  long total_ = 0;
  long count_ = 0;
};

double mean(const std::vector<double> &values) {
  double sum = 0;
  for (double value : values) sum += value;
  return sum / values.size(); // finding: 'values' may be empty
}

class Router {
 public:
  size_t shard(std::string_view key) const {
    return std::hash<std::string_view>{}(key) % shards_.size(); // finding: 'shards_' may be empty
  }

 private:
  std::vector<Shard> shards_;
};

int perBucket(int total, const std::string &text) {
  int buckets = std::stoi(text);
  return total / buckets; // finding: 'buckets' was read, may be zero
}
