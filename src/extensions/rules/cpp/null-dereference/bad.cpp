class Prices {
 public:
  double total(const Order &order) const {
    double sum = 0;
    for (const auto &line : order.lines) {
      auto it = prices_.find(line.sku);
      sum += it->second * line.quantity; // finding: What 'find' gives is followed
    }
    return sum;
  }

  Entry *lookup(const std::string &name) {
    auto it = entries_.find(name);
    return it == entries_.end() ? nullptr : &it->second;
  }

  void touch(const std::string &name) {
    Entry *entry = lookup(name);
    entry->seen = now(); // finding: What 'lookup' gives is followed
  }

 private:
  std::map<std::string, double> prices_;
  std::map<std::string, Entry> entries_;
};

std::string greet(const Users &users, int id) {
  std::optional<User> user = users.find(id);
  return "Hello " + user->name; // finding: What 'find' gives is followed
}

void Child::tick() {
  auto window = window_.lock();
  window->invalidate(); // finding: What 'lock' gives is followed
  parent_.lock()->remove(this); // finding: What 'lock' gives is followed
}

long asInteger(const Value &value) {
  const auto *number = std::get_if<long>(&value.data);
  return *number; // finding: What 'get_if' gives is followed
}

bool Recorder::begin(size_t frames) {
  buffer_ = new (std::nothrow) Frame[frames];
  buffer_[0] = Frame{}; // finding: What 'new (nothrow)' gives is followed
  return true;
}

std::string configPath() {
  return std::string(std::getenv("HOME")) + "/.app"; // finding: What 'getenv' gives
}
