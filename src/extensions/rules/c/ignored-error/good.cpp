#include <cerrno>
#include <cmath>
#include <cstdio>
#include <string>

double root(double of)
{
    errno = 0;
    double found = sqrt(of);
    if (errno == EDOM)
        return 0;
    return found;
}

void show()
{
    char line[80] = "";
    if (fgets(line, sizeof(line), stdin) == NULL)
    {
        // An empty line is shown then.
    }
    puts(line);
}

int number_in(const std::string &text)
{
    try
    {
        return std::stoi(text);
    }
    catch (const std::exception &)
    {
        return 0;
    }
}
