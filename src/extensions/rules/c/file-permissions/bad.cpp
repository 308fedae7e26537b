#include <filesystem>

void setup(const std::filesystem::path &path)
{
    std::filesystem::permissions(path, std::filesystem::perms::all); // finding: lets all users write
}
