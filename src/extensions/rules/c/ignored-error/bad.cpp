#include <cerrno>
#include <cmath>
#include <cstdio>
#include <string>

double root(double of)
{
    errno = 0;
    double found = sqrt(of);
    if (errno == EDOM) // finding: nothing is done
    {
    }
    return found;
}

void show()
{
    char line[80] = "";
    if (fgets(line, sizeof(line), stdin) == NULL) // finding: nothing is done
    {
    }
    puts(line);
}

int number_in(const std::string &text)
{
    int number = 0;
    try
    {
        number = std::stoi(text);
    }
    catch (const std::exception &) // finding: caught
    {
    }
    return number;
}
