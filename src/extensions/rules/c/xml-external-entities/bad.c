#include <libxml/parser.h>

void read_document(const char *text, int size)
{
    xmlReadMemory(text, size, "x.xml", NULL, XML_PARSE_NOENT); // finding: lets 'xmlReadMemory' resolve
    xmlReadFile("in.xml", NULL, XML_PARSE_DTDLOAD | XML_PARSE_NOENT); // finding: lets 'xmlReadFile' resolve
    xmlSubstituteEntitiesDefault(1); // finding: lets 'xmlSubstituteEntitiesDefault' resolve
}
