std::optional<Listener> bindTo(uint16_t port) {
  int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  if (fd < 0) return std::nullopt;
  sockaddr_in addr = addressOf(port);
  if (::bind(fd, reinterpret_cast<sockaddr *>(&addr), sizeof(addr)) != 0) {
    return std::nullopt; // finding: without giving back 'fd', which 'socket' has given
  }
  if (::listen(fd, 64) != 0) {
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
    return Status::failed; // finding: without giving back 'conn', which 'acquire' has given
  }
  reply(req, *rows);
  pool_->release(conn);
  return Status::ok;
}

Mesh *load(std::istream &in) {
  Mesh *mesh = new Mesh();
  std::string line;
  while (std::getline(in, line)) {
    if (!parse(line, *mesh)) throw std::runtime_error("bad line"); // finding: without giving back 'mesh', which 'new' has given
  }
  return mesh;
}
