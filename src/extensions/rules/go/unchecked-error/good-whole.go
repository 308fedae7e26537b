package store

import (
	"context"
	"net/http"
	"os"
	"strconv"
)

func (s *Store) transfer(ctx context.Context, from, to int64) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "UPDATE accounts SET balance = balance - 1 WHERE id = $1", from); err != nil {
		return err
	}
	return tx.Commit()
}

func save(path string, data []byte) error {
	f, err := os.Create(path + ".tmp")
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		return err
	}
	return os.Rename(path+".tmp", path)
}

func note(path string) {
	f, _ := os.Create(path)
	f.WriteString("started")
}

func list(w http.ResponseWriter, r *http.Request) {
	page, _ := strconv.Atoi(r.URL.Query().Get("page"))
	show(w, page)
}
