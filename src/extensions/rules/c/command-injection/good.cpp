#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

int main()
{
    int choice = 0;
    std::cin >> choice;
    std::system(("seq " + std::to_string(choice)).c_str());
    std::string name;
    std::cin >> name;
    if (name == "disk") {
        std::system(("df " + name).c_str());
    }
    std::cout << "done" << std::endl;
    return 0;
}

static const std::vector<std::string> ALLOWED = {"start", "stop"};

int listed(const std::string &action)
{
    if (std::find(ALLOWED.begin(), ALLOWED.end(), action) == ALLOWED.end())
        return 1;
    return std::system(("service web " + action).c_str());
}

int matched(const std::string &name)
{
    static const std::regex allowed("^[a-z0-9]+$");
    if (!std::regex_match(name, allowed))
        return 1;
    return std::system(("id " + name).c_str());
}

int spanned(const std::string &name)
{
    if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos)
        return 1;
    return std::system(("id " + name).c_str());
}

int letters(const std::string &name)
{
    for (char letter : name)
        if (!std::isalnum(static_cast<unsigned char>(letter)))
            return 1;
    return std::system(("id " + name).c_str());
}

int every(const std::string &name)
{
    if (!std::all_of(name.begin(), name.end(), ::isalnum))
        return 1;
    return std::system(("id " + name).c_str());
}
