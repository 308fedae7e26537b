#include <xercesc/parsers/XercesDOMParser.hpp>

void read(xercesc::XercesDOMParser *parser)
{
    parser->setDisableDefaultEntityResolution(false);
    parser->setCreateEntityReferenceNodes(false); // finding: lets 'setCreateEntityReferenceNodes' resolve
}
