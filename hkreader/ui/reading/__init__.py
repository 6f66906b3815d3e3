"""The reading pane: the report set like a book, with find bar, marks and glossary pop-up."""
