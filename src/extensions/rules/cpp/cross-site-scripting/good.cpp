static std::string html(const std::string &text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

int main() {
  httplib::Server server;
  server.Get("/", [](const httplib::Request &req, httplib::Response &res) {
    const std::string query = req.get_param_value("q");
    const int page = std::stoi(req.get_param_value("page"));
    std::string text = "<form><input name=\"q\" value=\"" + html(query) + "\">";
    text += "<p>Nothing found for <b>" + html(query) + "</b> on page " + std::to_string(page) + ".</p>";
    res.set_content(text, "text/html");
  });
  return server.listen("0.0.0.0", 8080) ? 0 : 1;
}

Response greet(const http::request<http::string_body> &req) {
  std::ostringstream page;
  page << "<html><body><p>Path " << escapeHtml(req.target()) << "</p></body></html>";
  return respond(page.str());
}
