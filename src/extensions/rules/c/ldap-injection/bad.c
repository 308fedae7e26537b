#include <ldap.h>
#include <stdio.h>

void find(LDAP *ld, LDAPMessage *result, const char *user)
{
    char filter[256];
    snprintf(filter, sizeof(filter), "(uid=%s)", user);
    ldap_search_ext_s(ld, "dc=example", LDAP_SCOPE_SUBTREE, filter, NULL, 0, NULL, NULL, NULL, 0, &result); // finding: The parameter 'user'
}
