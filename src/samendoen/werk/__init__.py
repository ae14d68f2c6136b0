"""Taak, termijn, Vandaag: everything that someone must do, whoever made it."""
