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
	if clean != uploads && !strings.HasPrefix(clean, uploads+string(os.PathSeparator)) {
		http.Error(w, "bad name", http.StatusBadRequest)
		return
	}
	http.ServeFile(w, r, clean)
}

func decoded(w http.ResponseWriter, r *http.Request) {
	name, err := url.QueryUnescape(r.URL.RawQuery)
	if err != nil || strings.Contains(name, "..") {
		return
	}
	http.ServeFile(w, r, filepath.Join(uploads, name))
}

func open(root, name string) (*os.File, error) {
	path := filepath.Clean(root + "/" + name)
	if !strings.HasPrefix(path, root+"/") {
		return nil, os.ErrPermission
	}
	return os.Open(path)
}
