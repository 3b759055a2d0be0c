"""HTML: one file that loads nothing, for the browser, for mail and for paper."""
