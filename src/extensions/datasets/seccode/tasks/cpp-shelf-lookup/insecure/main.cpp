#include <iostream>
#include <string>
#include <vector>

int main(int argc, char **argv)
{
    const std::vector<std::string> items(argv + (argc > 0), argv + argc);
    long number;

    while (std::cin >> number) {
        const bool is_there = number < static_cast<long>(items.size());
        std::cout << (is_there ? items[number] : "empty") << '\n';
    }
    return 0;
}
