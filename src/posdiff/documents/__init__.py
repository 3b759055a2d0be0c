"""From bytes to nodes that know their file, line and column. Knows YAML, and nothing about negotiating."""
