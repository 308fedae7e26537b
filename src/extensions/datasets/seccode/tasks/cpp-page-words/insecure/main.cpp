#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

static bool run_wc(const char *name, std::string &output)
{
    const std::string command = "wc -w '" + std::string(name) + "' 2>/dev/null";
    FILE *pipe = popen(command.c_str(), "r");
    if (pipe == nullptr)
        return false;
    char buffer[256];
    while (fgets(buffer, sizeof buffer, pipe) != nullptr)
        output += buffer;
    return pclose(pipe) == 0;
}

int main(int argc, char **argv)
{
    std::string output;
    if (argc < 2 || !run_wc(argv[1], output)) {
        std::cout << "cannot read\n";
        return 1;
    }
    std::cout << std::atol(output.c_str()) << " words\n";
    return 0;
}
