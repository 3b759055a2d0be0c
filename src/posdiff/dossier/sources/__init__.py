"""Where files come from. With ``cli``, the only room that touches files."""
