"""Arguments in, a call, text out, an exit code. Thin: one file a command, in ``commands``."""
