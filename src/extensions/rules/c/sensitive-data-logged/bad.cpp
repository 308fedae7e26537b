#include <iostream>
#include <string>

void report(const std::string &password)
{
    std::cout << "password: " << password << std::endl; // finding: 'password' is written to the output
}
