#include <cstdlib>
#include <iostream>
#include <string>

static long number_in(const std::string &line)
{
    char *end = nullptr;
    const long number = std::strtol(line.c_str(), &end, 10);
    return end != line.c_str() && *end == '\0' ? number : 0;
}

int main()
{
    std::string line;

    while (std::cout << "number? " << std::flush && std::getline(std::cin, line)) {
        const long number = number_in(line);
        if (number >= 1 && number <= 10) {
            std::cout << "you chose " << number << '\n';
            return 0;
        }
        std::cout << "1 to 10, please\n";
    }
    std::cout << "no choice\n";
    return 1;
}
