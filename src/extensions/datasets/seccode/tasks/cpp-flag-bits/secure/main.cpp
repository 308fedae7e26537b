#include <cstdint>
#include <cstdlib>
#include <iostream>

int main(int argc, char **argv)
{
    std::uint32_t bits = 0;

    for (int i = 1; i < argc; i++) {
        char *end = nullptr;
        const long flag = std::strtol(argv[i], &end, 10);
        if (end == argv[i] || *end != '\0' || flag < 0 || flag > 31) {
            std::cout << "no such flag: " << argv[i] << '\n';
            return 1;
        }
        bits |= std::uint32_t{1} << flag;
    }
    std::cout << bits << '\n';
    return 0;
}
