#include <filesystem>
#include <fstream>
#include <string>

namespace fs = std::filesystem;

std::string read(const std::string &name)
{
    fs::path base = fs::canonical("/srv/data");
    fs::path wanted = fs::weakly_canonical(base / name);
    if (wanted.string().rfind(base.string(), 0) != 0)
        return "";
    std::ifstream in(wanted);
    std::string line;
    std::getline(in, line);
    return line;
}

std::string flat(const CString &name)
{
    CString below = "/srv/data/" + name.Replace("/", "_");
    std::ifstream in(below);
    std::string line;
    std::getline(in, line);
    return line;
}

std::string plain(const std::string &name)
{
    if (name.find("..") != std::string::npos || name.find('/') != std::string::npos)
        return "";
    std::ifstream in("/srv/data/" + name);
    std::string line;
    std::getline(in, line);
    return line;
}
