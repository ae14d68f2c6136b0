"""The wire: a message as bytes of XML, read and checked against the tables, and written from them."""
