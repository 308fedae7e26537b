class LoginHandler : public http::Handler {
 public:
  http::Response post(const http::Request &req) {
    const std::string user = req.FormValue("user");
    if (!accounts_->find(user)) {
      audit_ << "login failed user=" << user << '\n'; // finding: 'user' comes from the request
      return unauthorized();
    }
    spdlog::info("login of {}", user); // finding: 'user' comes from the request
    LOG(INFO) << "agent " << req.Header("User-Agent"); // finding: is written to a log
    return ok();
  }

 private:
  std::ofstream audit_;
};
