#include <cstdlib>
#include <random>
#include <string>

std::string generatePassword(int length)
{
    std::string password;
    for (int i = 0; i < length; i++)
        password += static_cast<char>('a' + std::rand() % 26); // finding: comes from a generator that can be predicted
    return password;
}
