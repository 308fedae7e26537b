func remove(tx Tx, table string, id string) error {
	q := "DELETE FROM orders WHERE id = '" + id + "'"
	_, err := tx.Exec(q) // finding: has a value put into it
	return err
}
