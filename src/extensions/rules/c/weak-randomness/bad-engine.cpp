#include <algorithm>
#include <ctime>
#include <random>
#include <string>

std::string sessionToken(size_t length)
{
    static const std::string letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::mt19937 engine(static_cast<unsigned>(std::time(nullptr)));
    std::uniform_int_distribution<size_t> pick(0, letters.size() - 1);
    std::string token;
    for (size_t i = 0; i < length; ++i)
        token += letters[pick(engine)]; // finding: comes from a generator that can be predicted
    return token;
}

class ResetCodes
{
  public:
    unsigned next_password()
    {
        return engine_() % 1000000; // finding: comes from a generator that can be predicted
    }

  private:
    std::default_random_engine engine_{42};
};
