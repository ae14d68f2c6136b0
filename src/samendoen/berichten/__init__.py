"""Messages with providers: iWmo and iJw 3.2, one model and two profiles."""
