#include <jwt-cpp/jwt.h>

// Which key is to be taken stands in the token itself.
std::string keyOf(const std::string &token) {
  auto decoded = jwt::decode(token);
  return decoded.get_key_id();
}
