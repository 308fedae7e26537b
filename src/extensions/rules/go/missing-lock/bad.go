package main

import (
	"net/http"
	"sync"
)

var hits int
var cache = make(map[string]string)

func handle(w http.ResponseWriter, r *http.Request) {
	hits++ // finding: 'hits' is changed by several goroutines
	cache[r.URL.Path] = "seen" // finding: 'cache' is changed by several goroutines
}

func sum(values []int) int {
	total := 0
	var wg sync.WaitGroup
	for _, v := range values {
		wg.Add(1)
		go func(v int) {
			defer wg.Done()
			total += v // finding: 'total' is changed by several goroutines
		}(v)
	}
	wg.Wait()
	return total
}
