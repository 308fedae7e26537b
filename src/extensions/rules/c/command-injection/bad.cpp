#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>

class Archiver {
public:
    explicit Archiver(const std::string &target) : target_(target) {}
    void pack(const std::string &folder);

private:
    std::string target_;
};

void Archiver::pack(const std::string &folder)
{
    std::string command = "tar czf backup.tgz " + folder;
    std::system(command.c_str()); // finding: The parameter 'folder'
}

int main()
{
    std::string host;
    std::cout << "Host: ";
    std::cin >> host;
    std::ostringstream line;
    line << "nslookup " << host << " > out.txt";
    system(line.str().c_str()); // finding: The standard input
    std::string name;
    std::getline(std::cin, name);
    name.insert(0, "id ");
    FILE *pipe = popen(("id " + name).c_str(), "r"); // finding: The standard input
    return pipe == nullptr;
}
