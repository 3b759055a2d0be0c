"""The terminal: plain lines of styled spans, drawn by ``canvas`` (the only import of rich)."""
