"""The demo municipality: synthetic residents and meldingen that add up to published figures."""
