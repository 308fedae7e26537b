package main

import (
	"io"
	"net/http"
	"time"

	"github.com/go-resty/resty/v2"
)

func fetch(w http.ResponseWriter, r *http.Request) {
	address := r.URL.Query().Get("url")
	resp, err := http.Get(address) // finding: made of the query string
	if err != nil {
		http.Error(w, "failed", 502)
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

func proxy(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Timeout: time.Second}
	req, err := http.NewRequest("GET", "http://"+r.FormValue("host")+"/status", nil) // finding: made of a form field
	if err != nil {
		return
	}
	client.Do(req)
}

type fetcher struct{ client *resty.Client }

func (f *fetcher) fetch(w http.ResponseWriter, r *http.Request) {
	f.client.R().Get(r.FormValue("address")) // finding: The address used by
}
