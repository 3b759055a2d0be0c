"""One file a command; ``app.COMMANDS`` lists them."""
