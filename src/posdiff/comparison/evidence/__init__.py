"""Whether quotes stand in the pages that they are quoted from."""
