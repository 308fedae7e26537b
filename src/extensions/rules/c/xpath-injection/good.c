#include <libxml/xpath.h>
#include <stdio.h>

void find(xmlXPathContextPtr context, int id, const char *whole)
{
    char filter[256];
    snprintf(filter, sizeof(filter), "//user[%d]", id);
    xmlXPathEvalExpression(filter, context);
    xmlXPathEvalExpression("//user", context);
    xmlXPathEvalExpression(whole, context);
}
