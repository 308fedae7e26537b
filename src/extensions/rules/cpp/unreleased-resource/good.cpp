std::optional<Listener> bindTo(uint16_t port) {
  int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  if (fd < 0) return std::nullopt;
  sockaddr_in addr = addressOf(port);
  if (::bind(fd, reinterpret_cast<sockaddr *>(&addr), sizeof(addr)) != 0 || ::listen(fd, 64) != 0) {
    ::close(fd);
    return std::nullopt;
  }
  return Listener(fd);
}

Status Worker::process(const Request &req) {
  Connection *conn = pool_->acquire();
  if (conn == nullptr) return Status::busy;
  auto rows = conn->query(req.sql());
  if (!rows) {
    pool_->release(conn);
    return Status::failed;
  }
  reply(req, *rows);
  pool_->release(conn);
  return Status::ok;
}

Mesh *load(std::istream &in) {
  Mesh *mesh = new Mesh();
  std::string line;
  while (std::getline(in, line)) {
    if (!parse(line, *mesh)) {
      delete mesh;
      throw std::runtime_error("bad line");
    }
  }
  return mesh;
}

bool keep(Store &store) {
  Item *item = new Item();
  store.add(item);
  if (!store.ready()) return false;
  Item *other = new Item();
  items_[0] = other;
  if (!store.ready()) return false;
  delete store.last();
  return true;
}
