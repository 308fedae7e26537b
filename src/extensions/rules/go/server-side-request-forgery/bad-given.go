package hooks

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
)

func notify(callbackURL string, body []byte) error {
	resp, err := http.Post(callbackURL, "application/json", bytes.NewReader(body)) // finding: Nothing looks at where 'callbackURL' leads before 'net/http.Post' uses it.
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (s *Sender) deliver(ctx context.Context, body []byte) {
	for _, hook := range s.store.All(ctx) {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, hook.URL, bytes.NewReader(body)) // finding: Nothing looks at where 'hook.URL' leads
		if err == nil {
			s.client.Do(req)
		}
	}
}

func (h *previews) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var in struct{ URL string }
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		return
	}
	h.client.Get(in.URL) // finding: The address used by 'Get' is made of the body of the request.
}
