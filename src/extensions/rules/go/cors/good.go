package main

import (
	"net/http"

	"github.com/gorilla/websocket"
	"github.com/rs/cors"
)

var origins = map[string]bool{"https://app.example.com": true}

func listed(w http.ResponseWriter, r *http.Request) {
	origin := r.Header.Get("Origin")
	if origins[origin] {
		w.Header().Set("Access-Control-Allow-Origin", origin)
	}
}

func fixed(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "https://app.example.com")
}

var closed = cors.New(cors.Options{AllowedOrigins: []string{"https://app.example.com"}, AllowCredentials: true})

var upgrader = websocket.Upgrader{CheckOrigin: func(r *http.Request) bool { return origins[r.Header.Get("Origin")] }}

var ownSite = websocket.Upgrader{
	CheckOrigin: func(r *http.Request) bool {
		return r.Header.Get("Origin") == "https://example.com"
	},
}
