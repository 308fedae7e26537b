#include <cstdint>
#include <iostream>
#include <limits>

static bool add(std::int64_t &total, std::int64_t amount)
{
    using Limits = std::numeric_limits<std::int64_t>;
    if (amount > 0 ? total > Limits::max() - amount : total < Limits::min() - amount)
        return false;
    total += amount;
    return true;
}

int main()
{
    std::int64_t total = 0;
    std::int64_t amount;

    while (std::cin >> amount) {
        if (!add(total, amount)) {
            std::cout << "out of range\n";
            return 1;
        }
    }
    std::cout << "total " << total << '\n';
    return 0;
}
