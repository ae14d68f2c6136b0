"""Reports: what each kind says, and the forms in which it goes out."""
