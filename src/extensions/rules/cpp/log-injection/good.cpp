std::string printable(std::string_view value) {
  std::string out;
  for (unsigned char c : value) out += c < 0x20 ? '_' : static_cast<char>(c);
  return out;
}

class LoginHandler : public http::Handler {
 public:
  http::Response post(const http::Request &req) {
    const std::string user = req.FormValue("user");
    std::string agent = req.Header("User-Agent");
    if (!accounts_->find(user)) {
      audit_ << "login failed user=" << printable(user) << " from=" << req.peer() << '\n';
      return unauthorized();
    }
    agent.erase(std::remove(agent.begin(), agent.end(), '\n'), agent.end());
    LOG(INFO) << "agent " << agent;
    if (!isName(user)) return unauthorized();
    spdlog::info("login of {}", user);
    return ok();
  }

 private:
  std::ofstream audit_;
};
