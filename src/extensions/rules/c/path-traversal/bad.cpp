#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

std::string read(const std::string &name)
{
    std::ifstream in("/srv/data/" + name); // finding: The parameter 'name'
    std::string line;
    std::getline(in, line);
    return line;
}

std::string without(const CString &name)
{
    CString below = "/srv/data/" + name.Replace("..", "");
    std::ifstream in(below); // finding: The parameter 'name'
    std::string line;
    std::getline(in, line);
    return line;
}

int main()
{
    std::string file;
    std::cin >> file;
    std::ofstream out;
    out.open("reports/" + file); // finding: The standard input
    std::filesystem::remove_all("cache/" + file); // finding: The standard input
}
