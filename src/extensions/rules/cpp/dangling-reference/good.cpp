std::string errorText(int code) {
  std::string text = "error ";
  text += std::to_string(code);
  return text;
}

const char *staticText(int code) {
  static std::string text;
  text = std::to_string(code);
  return text.c_str();
}

std::array<uint8_t, 8> encode(const Header &h) {
  std::array<uint8_t, 8> out{};
  store(out.data(), h.id);
  return out;
}

std::string_view first(std::string_view text) {
  std::string_view rest = text;
  return rest.substr(1);
}

const std::string &Settings::name(int id) const {
  static const std::string unknown = "unknown";
  auto it = names_.find(id);
  if (it == names_.end()) return unknown;
  return it->second;
}

class Queue {
 public:
  Job take() {
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    return job;
  }

  const Texture &load(const std::string &name) {
    textures_.push_back(decode(name));
    return textures_.back();
  }

  void pair(const std::string &a, const std::string &b) {
    const Texture first = load(a);
    const Texture &second = load(b);
    bind(first, second);
  }

  void expire(long now) {
    for (auto it = sessions_.begin(); it != sessions_.end();) {
      if (it->second.deadline <= now) it = sessions_.erase(it);
      else ++it;
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
    const std::vector<Session *> now(members_.begin(), members_.end());
    for (Session *s : now) {
      s->send(text);
    }
    for (Session *s : members_) {
      s->flush();
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
    return;
  }
  parser_.feed(buf_, n);
}

class Config {
 public:
  std::string get(const std::string &key) const { return key; }
};

void connect(const Config &config, Client &client) {
  std::string host = config.get("host");
  client.connect(host, 443);
}
