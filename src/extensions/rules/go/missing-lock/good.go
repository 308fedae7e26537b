package main

import (
	"net/http"
	"sync"
	"sync/atomic"
)

var mu sync.Mutex
var hits int64
var cache = make(map[string]string)

func handle(w http.ResponseWriter, r *http.Request) {
	atomic.AddInt64(&hits, 1)
	mu.Lock()
	defer mu.Unlock()
	cache[r.URL.Path] = "seen"
}

func collect(values []int) []int {
	results := make([]int, len(values))
	var wg sync.WaitGroup
	for i, v := range values {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results[i] = v * 2
		}()
	}
	wg.Wait()
	return results
}

type board struct {
	mu     sync.Mutex
	visits int
	pages  map[string]int
}

func (b *board) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.visits++
	b.count(r.URL.Path)
}

func (b *board) count(page string) { b.pages[page]++ }
