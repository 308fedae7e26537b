package main

import (
	"fmt"
	"net/http"

	"github.com/go-ldap/ldap/v3"
)

func find(w http.ResponseWriter, r *http.Request, conn *ldap.Conn) {
	filter := fmt.Sprintf("(uid=%s)", r.FormValue("user"))
	conn.Search(ldap.NewSearchRequest("dc=example", ldap.ScopeWholeSubtree, ldap.NeverDerefAliases, 0, 0, false, filter, nil, nil)) // finding: contains a form field
}
