"""The model: agenda, statements, terms, drafts, and the position of a party as of a day."""
