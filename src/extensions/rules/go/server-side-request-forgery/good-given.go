package hooks

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
)

var allowedHosts = map[string]bool{"hooks.example.com": true}

func notify(callbackURL string, body []byte) error {
	u, err := url.Parse(callbackURL)
	if err != nil || !allowedHosts[u.Host] {
		return errHost
	}
	resp, err := http.Post(callbackURL, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (s *Sender) deliver(ctx context.Context, body []byte) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.webhookURL, bytes.NewReader(body))
	if err == nil {
		s.client.Do(req)
	}
}

func (h *settings) show(w http.ResponseWriter, r *http.Request) {
	h.cache.Get(r.URL.Path)
	h.redisClient.Get(r.FormValue("url"))
}
