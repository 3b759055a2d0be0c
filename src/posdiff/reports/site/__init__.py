"""The pages of a site: a document each, its data beside it, and the list of all of them."""
