static std::string html(const std::string &text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      default: out += c;
    }
  }
  return out;
}

int main() {
  httplib::Server server;
  server.Get("/", [](const httplib::Request &req, httplib::Response &res) {
    const std::string query = req.get_param_value("q");
    std::string page = "<form><input name=\"q\" value=\"" + html(query) + "\">"; // finding: 'query' stands in quotes of a tag
    page += "<p>Nothing found for <b>" + query + "</b>.</p>"; // finding: 'query' comes from the request
    res.set_content(page, "text/html");
  });
  return server.listen("0.0.0.0", 8080) ? 0 : 1;
}

Response greet(const http::request<http::string_body> &req) {
  std::ostringstream page;
  page << "<html><body><p>Path " << req.target() << "</p></body></html>"; // finding: 'target' comes from the request
  return respond(page.str());
}
