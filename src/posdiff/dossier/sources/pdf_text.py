"""The text of a PDF, by pypdf, within limits that do not depend on the speed of the machine."""

from __future__ import annotations

import io
import logging
from typing import Any

#: Pages, steps of drawing and characters after which a document is given up. What a stream unpacks to, how deep pages
#: and how many forms are nested has limits of pypdf's own.
_MOST_PAGES = 2_000
_MOST_STEPS = 3_000_000
_MOST_CHARACTERS = 20_000_000
#: Letters that are one sign in print.
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


class PdfTooLarge(Exception):
    """A document that would take too long, or too much memory, to read."""


def text_of_pdf(data: bytes) -> str:
    """The text of all pages. Raises ImportError without pypdf, PdfTooLarge, or ValueError with what is wrong."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    steps = 0

    def step(*_: Any) -> None:
        nonlocal steps
        steps += 1
        if steps > _MOST_STEPS:
            raise PdfTooLarge(f"it is drawn in more than {_MOST_STEPS:,} steps")

    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        if document.is_encrypted:
            raise ValueError("it is encrypted")
        if len(document.pages) > _MOST_PAGES:
            raise PdfTooLarge(f"it has more than {_MOST_PAGES:,} pages")
        texts, characters = [], 0
        for page in document.pages:
            texts.append(page.extract_text(visitor_operand_before=step))
            characters += len(texts[-1])
            if characters > _MOST_CHARACTERS:
                raise PdfTooLarge(f"its text has more than {_MOST_CHARACTERS:,} characters")
    except (PdfTooLarge, ValueError):
        raise
    except (MemoryError, pypdf.errors.LimitReachedError):
        raise PdfTooLarge("a part of it unpacks to more than is read") from None
    except Exception as error:  # noqa: BLE001 - whatever a damaged document makes of the library
        raise ValueError(f"it is damaged ({type(error).__name__})") from None
    text = "\n".join(texts)
    for sign, letters in _LIGATURES.items():
        text = text.replace(sign, letters)
    return text
