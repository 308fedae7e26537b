#include <libxml/parser.h>

xmlDocPtr read(const std::string &body)
{
    const int options = XML_PARSE_NONET | XML_PARSE_NOBLANKS;
    return xmlReadMemory(body.data(), static_cast<int>(body.size()), "a.xml", nullptr, options);
}
