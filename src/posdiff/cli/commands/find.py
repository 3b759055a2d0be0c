"""posdiff find"""

from posdiff.cli import options as o

HELP = """Find words in titles, questions, quotes, notes, positions in words, speakers and sources.

All the words must occur in the same text, as words or as parts of words, whatever the case and the accents. What is
only reported is found too.

Examples:

  posdiff find ceasefire

  posdiff find guarant nato --party ukraine

  posdiff find "long-term peace" --topic security
"""


def find(
    words: o.Words, *, looking: o.Looking, sending: o.Sending, writing: o.Writing, files: o.Files,
    format: o.AnyFormat = "text",
) -> int:  # fmt: skip
    """Find words in titles, questions, quotes, notes, positions in words, speakers and sources."""
    from posdiff.cli import opening
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    output = Output(format, writing, sending, formats.ANY)
    return output.write(opening.positions(files).find(*words, **looking.words()))
