"""Pictures of answers as SVG: one file a kind, and what they share: letters, colours, elements, the page around."""
