#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main()
{
    std::vector<std::string> waiting;
    const std::string *served = nullptr;
    std::string command;
    std::string name;

    while (std::cin >> command) {
        if (command == "add" || command == "leave")
            std::cin >> name;
        if (command == "add")
            waiting.push_back(name);
        else if (command == "leave")
            waiting.erase(std::remove(waiting.begin(), waiting.end(), name), waiting.end());
        else if (command == "next" && !waiting.empty())
            served = &waiting.front();
        else if (command == "served")
            std::cout << (served != nullptr ? *served : "nobody") << '\n';
    }
    return 0;
}
