"""Writers of documents: each takes a document and its own options, and chooses no facts."""
