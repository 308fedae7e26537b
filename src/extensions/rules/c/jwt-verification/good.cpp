#include <jwt-cpp/jwt.h>

std::string userOf(const std::string &token, const std::string &key) {
  auto decoded = jwt::decode(token);
  auto verifier = jwt::verify().allow_algorithm(jwt::algorithm::hs256{key}).with_issuer("shop");
  verifier.verify(decoded);
  return decoded.get_payload_claim("user").as_string();
}

std::string checked(const std::string &token, const std::string &key) {
  using namespace jwt::params;
  auto object = jwt::decode(token, algorithms({"HS256"}), secret(key), verify(true));
  return object.payload().get_claim_value<std::string>("sub");
}
