#include <jwt-cpp/jwt.h>
#include <string>

std::string userOf(const std::string &token) {
  auto decoded = jwt::decode(token); // finding: nothing verifies it
  return decoded.get_payload_claim("user").as_string();
}
