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
	if err != nil {
		return
	}
	fmt.Println(items[n]) // finding: is not compared with the length
}

func bearer(r *http.Request) string {
	parts := strings.Split(r.Header.Get("Authorization"), " ")
	return parts[1] // finding: Nothing says that 'parts' has so many parts
}

func all(values []int) {
	for i := 0; i <= len(values); i++ { // finding: The last round reads behind the end
		fmt.Println(values[i])
	}
}
