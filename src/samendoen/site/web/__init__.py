"""The public pages: front page, glossary, term calculator, health, errors."""
