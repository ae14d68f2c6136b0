"""Pure rules of the messages: their tables, what they may say, and what is answered."""
