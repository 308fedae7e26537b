const char *errorText(int code) {
  std::string text = "error ";
  text += std::to_string(code);
  return text.c_str(); // finding: What is returned leads to 'text'
}

std::span<const uint8_t> encode(const Header &h) {
  std::array<uint8_t, 8> out{};
  store(out.data(), h.id);
  return out; // finding: What is returned leads to 'out'
}

const std::string &Settings::name(int id) const {
  auto it = names_.find(id);
  if (it == names_.end()) return std::string("unknown"); // finding: A reference to what is made in the statement
  return it->second;
}

class Queue {
 public:
  Job take() {
    Job &job = jobs_.front();
    jobs_.pop_front();
    return job; // finding: 'job' is an item of 'jobs_'
  }

  const Texture &load(const std::string &name) {
    textures_.push_back(decode(name));
    return textures_.back();
  }

  void pair(const std::string &a, const std::string &b) {
    const Texture &first = load(a);
    const Texture &second = load(b);
    bind(first, second); // finding: 'first' is an item of 'textures_'
  }

  void expire(long now) {
    for (auto it = sessions_.begin(); it != sessions_.end(); ++it) {
      if (it->second.deadline <= now) sessions_.erase(it->first); // finding: The iterator of the loop leads to what is erased
    }
  }

 private:
  std::deque<Job> jobs_;
  std::vector<Texture> textures_;
  std::map<int, Session> sessions_;
};

class Hub {
 public:
  void remove(Session *s) { members_.erase(s); }
  void broadcast(const std::string &text) {
    for (Session *s : members_) {
      s->send(text); // finding: 'send' may call 'remove', which changes it
    }
  }

 private:
  std::set<Session *> members_;
};

void Session::send(const std::string &text) {
  if (!socket_.write(text)) hub_.remove(this);
}

void Connection::onReadable() {
  long n = ::read(fd_, buf_, sizeof(buf_));
  if (n <= 0) {
    delete this;
  }
  parser_.feed(buf_, n); // finding: may have deleted itself
}

class Config {
 public:
  std::string get(const std::string &key) const { return key; }
};

void connect(const Config &config, Client &client) {
  std::string_view host = config.get("host"); // finding: 'host' shows what 'get' has made
  client.connect(host, 443);
}
