package files

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

const uploads = "/srv/uploads"

func download(w http.ResponseWriter, r *http.Request) {
	clean := filepath.Clean(filepath.Join(uploads, r.URL.Query().Get("name")))
	if !strings.HasPrefix(clean, uploads) {
		http.Error(w, "bad name", http.StatusBadRequest)
		return
	}
	http.ServeFile(w, r, clean) // finding: The query string decides which path 'ServeFile' uses.
}

func decoded(w http.ResponseWriter, r *http.Request) {
	raw := r.URL.RawQuery
	if strings.Contains(raw, "..") {
		return
	}
	name, err := url.QueryUnescape(raw)
	if err != nil {
		return
	}
	http.ServeFile(w, r, filepath.Join(uploads, name)) // finding: The query string decides which path 'ServeFile' uses.
}

func open(root, name string) (*os.File, error) {
	path := root + "/" + name
	if !strings.HasPrefix(path, root) {
		return nil, os.ErrPermission
	}
	return os.Open(path) // finding: The parameter 'name' is put below a folder to make the path that 'Open' uses, and nothing keeps it there.
}
