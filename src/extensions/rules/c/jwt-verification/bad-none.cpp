#include <jwt-cpp/jwt.h>
#include <jwt/jwt.hpp>

void check(const std::string &token) {
  auto decoded = jwt::decode(token);
  jwt::verify().allow_algorithm(jwt::algorithm::none{}).verify(decoded); // finding: takes tokens without a signature
}

std::string subjectOf(const std::string &token) {
  using namespace jwt::params;
  auto object = jwt::decode(token, algorithms({"HS256"}), verify(false)); // finding: without a check of its signature
  auto any = jwt::decode(token, algorithms({"none", "HS256"}), secret("k")); // finding: takes tokens without a signature
  return object.payload().get_claim_value<std::string>("sub");
}
