func remove(tx Tx, table string, id string) error {
	q := "DELETE FROM orders WHERE id = '" + id + "'"
	_, err := tx.Exec(q) // finding: has a value put into it
	return err
}

func (page *Page) Show(context *Context) {
	rows := context.GetDB().Where(context.Request.Form.Get("filter")).Rows() // finding: A form field becomes part of the SQL text
	page.Render(rows)
}
