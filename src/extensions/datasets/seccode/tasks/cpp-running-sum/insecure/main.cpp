#include <cstdint>
#include <iostream>

static bool add(std::int64_t &total, std::int64_t amount)
{
    const std::int64_t sum = total + amount;
    if (amount > 0 ? sum < total : sum > total)
        return false;
    total = sum;
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
