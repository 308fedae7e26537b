package main

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

var items = []string{"a", "b"}

func item(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil || n < 0 || n >= len(items) {
		return
	}
	fmt.Println(items[n])
}

func bearer(r *http.Request) string {
	parts := strings.Split(r.Header.Get("Authorization"), " ")
	if len(parts) != 2 {
		return ""
	}
	return parts[1]
}

func all(values []int) {
	for i := 0; i < len(values); i++ {
		fmt.Println(values[i])
	}
}
