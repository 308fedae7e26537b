package store

import (
	"context"
	"os"
)

func (s *Store) transfer(ctx context.Context, from, to int64) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	tx.ExecContext(ctx, "UPDATE accounts SET balance = balance - 1 WHERE id = $1", from) // finding: The error of 'ExecContext' is thrown away.
	return tx.Commit()
}

func save(path string, data []byte) error {
	f, err := os.Create(path + ".tmp")
	if err != nil {
		return err
	}
	f.Write(data) // finding: The error of 'Write' is thrown away.
	f.Close()
	return os.Rename(path+".tmp", path)
}
