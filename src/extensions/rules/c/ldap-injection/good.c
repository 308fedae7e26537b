#include <ldap.h>
#include <stdio.h>

void find(LDAP *ld, LDAPMessage *result, int id, const char *whole)
{
    char filter[256];
    snprintf(filter, sizeof(filter), "(uidNumber=%d)", id);
    ldap_search_ext_s(ld, "dc=example", LDAP_SCOPE_SUBTREE, filter, NULL, 0, NULL, NULL, NULL, 0, &result);
    ldap_search_ext_s(ld, "dc=example", LDAP_SCOPE_SUBTREE, "(uid=root)", NULL, 0, NULL, NULL, NULL, 0, &result);
    ldap_search_ext_s(ld, "dc=example", LDAP_SCOPE_SUBTREE, whole, NULL, 0, NULL, NULL, NULL, 0, &result);
}
