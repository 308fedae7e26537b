#include <libxml/xpath.h>
#include <stdio.h>

void find(xmlXPathContextPtr context, const char *user)
{
    char filter[256];
    snprintf(filter, sizeof(filter), "//user[name='%s']", user);
    xmlXPathEvalExpression(filter, context); // finding: The parameter 'user'
}
