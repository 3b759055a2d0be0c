"""Documents to agenda, statements and drafts, with findings."""
