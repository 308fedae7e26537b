#include <iostream>

int main()
{
    int number = 0;

    for (;;) {
        std::cout << "number? " << std::flush;
        std::cin >> number;
        if (number >= 1 && number <= 10) {
            std::cout << "you chose " << number << '\n';
            return 0;
        }
        std::cout << "1 to 10, please" << std::endl;
    }
}
