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

type board struct {
	mu     sync.Mutex
	visits int
	pages  map[string]int
}

func (b *board) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.visits++               // finding: 'visits' is changed by several goroutines
	b.pages[r.URL.Path] += 1 // finding: 'pages' is changed by several goroutines
}

func (b *board) Views(page string) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.pages[page]
}

func (b *board) Reset(page string) {
	b.pages[page] = 0 // finding: 'pages' is changed by several goroutines
}
