#include <string>

class Client {
    std::string password_ = "Sup3rS3cret"; // finding: The password 'password_'

public:
    bool check(const std::string &password) { return password == "Adm1nPass"; } // finding: is compared with a literal
};

const std::string SECRET_KEY = "4f2aa1b09c"; // finding: The key 'SECRET_KEY'
