#include <random>
#include <string>

std::string sessionToken(size_t length)
{
    static const std::string letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::random_device device;
    std::uniform_int_distribution<size_t> pick(0, letters.size() - 1);
    std::string token;
    for (size_t i = 0; i < length; ++i)
        token += letters[pick(device)];
    return token;
}

double rollDamage(std::mt19937 &engine)
{
    std::uniform_real_distribution<double> spread(0.8, 1.2);
    return 10 * spread(engine);
}
