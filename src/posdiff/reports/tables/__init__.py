"""Tables for other programs: their schema, their rows, and the files that hold them."""
