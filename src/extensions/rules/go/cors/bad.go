package main

import (
	"net/http"

	"github.com/gorilla/websocket"
	"github.com/rs/cors"
)

func mirror(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin")) // finding: A header decides which origin
	w.Header().Set("Access-Control-Allow-Credentials", "true")
}

var open = cors.New(cors.Options{AllowedOrigins: []string{"*"}, AllowCredentials: true}) // finding: Every origin

var upgrader = websocket.Upgrader{CheckOrigin: func(r *http.Request) bool { return true }} // finding: Every origin

var anywhere = websocket.Upgrader{ // finding: Every origin may open the socket
	CheckOrigin: func(r *http.Request) bool {
		return r.Header.Get("Origin") != ""
	},
}

func anyOrigin() *cors.Cors {
	return cors.New(cors.Options{ // finding: Every origin may read the replies
		AllowOriginFunc:  func(origin string) bool { return true },
		AllowCredentials: true,
	})
}
