package main

import "net/http"

func main() {
	server := &http.Server{Addr: ":8080", Handler: nil} // finding: without a time limit
	server.ListenAndServe()
}
