class Prices {
 public:
  double total(const Order &order) const {
    double sum = 0;
    for (const auto &line : order.lines) {
      auto it = prices_.find(line.sku);
      if (it == prices_.end()) continue;
      sum += it->second * line.quantity;
    }
    return sum;
  }

  double known(const std::string &sku) const {
    if (!prices_.contains(sku)) return 0;
    auto it = prices_.find(sku);
    return it->second;
  }

  Entry *lookup(const std::string &name) {
    auto it = entries_.find(name);
    return it == entries_.end() ? nullptr : &it->second;
  }

  void touch(const std::string &name) {
    Entry *entry = lookup(name);
    if (!entry) return;
    entry->seen = now();
  }

 private:
  std::map<std::string, double> prices_;
  std::map<std::string, Entry> entries_;
};

std::string greet(const Users &users, int id) {
  std::optional<User> user = users.find(id);
  if (!user) return "Hello";
  std::optional<int> number = 3;
  return "Hello " + user->name + std::to_string(*number);
}

void Child::tick() {
  if (auto window = window_.lock()) window->invalidate();
  auto parent = parent_.lock();
  if (parent != nullptr) parent->remove(this);
  mutex_.lock();
}

long asInteger(const Value &value) {
  const auto *number = std::get_if<long>(&value.data);
  if (number == nullptr) throw TypeError("integer expected");
  return *number;
}

bool Recorder::begin(size_t frames) {
  buffer_ = new (std::nothrow) Frame[frames];
  if (!buffer_) return false;
  buffer_[0] = Frame{};
  return true;
}

std::string configPath() {
  const char *home = std::getenv("HOME");
  if (home == nullptr) return "/etc/app";
  return std::string(home) + "/.app";
}
