"""From documents to agenda, statements and drafts, with a finding for whatever is wrong."""
