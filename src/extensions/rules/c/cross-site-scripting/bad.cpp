#include <cstdlib>
#include <iostream>
#include <string>

int main()
{
    std::string query = std::getenv("QUERY_STRING");
    std::cout << "Content-Type: text/html\r\n\r\n";
    std::cout << "<h1>" << query << "</h1>"; // finding: The request
}
