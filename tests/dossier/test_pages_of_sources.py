"""The pages of sources: what is read of them, what is refused, and what is not seen."""

from __future__ import annotations

import os
import time
import zlib
from hashlib import sha256
from pathlib import Path

import pytest
from telling import clean, told, with_agenda

from posdiff.dossier.sources.extraction import MOST_BYTES, NoText, text_of
from posdiff.dossier.sources.pages import Page, Pages
from posdiff.dossier.statement import Snapshot

TEXTS = {
    "text": (b"One line\r\nand  another \r\n", "One line\nand  another\n"),
    "text with a BOM": (b"\xef\xbb\xbfOne", "One"),
    "UTF-16": ("Мир и war".encode("utf-16"), "Мир и war"),
    "HTML in UTF-16": ("\ufeff<html><p>Мир".encode("utf-16-le"), "Мир"),
    "HTML that names its encoding": ("<html><meta charset=windows-1251><p>Мир".encode("cp1251"), "Мир"),
    "HTML without one": ("<html><p>Caf\xe9".encode("latin-1"), "Café"),
    "blocks and lines": (b"<html><p>One <b>no</b>te<br>two<table><tr><td>a<td>b</table>x", "One note\ntwo\na\tb\nx"),
    "what is not shown": (
        b"<html><head><title>No</title><style>.a,#b{color:red;display:none}</style></head><p>Yes<p hidden>No"
        b"<p style='color:red; DISPLAY: none !important'>No<p class='x a'>No<p id=b>No<script>'No'</script>"
        b"<template><p>No</template><!-- No --><span style='visibility:hidden'>No</span><noscript>No</noscript>",
        "Yes",
    ),
    "what some rule shows, or hides for print only": (
        b"<html><style>.a{display:none} /* } */ .a.on{display:block} @media print{.c{display:none}}</style>"
        b"<p class=a>One<p class=c>two",
        "One\ntwo",
    ),
    "words that are hidden within a line, or may be": (
        b"<html><style media=print>.a{display:none}</style><style>.b{display:none} @media screen{.b{display:inline}}"
        b"</style><p><b class=a>No</b> We <i class=a>do <b>not</b></i> share, <b class=b style='display:inline'>no</b>"
        b" <b style='visibility:hidden'><i style='visibility:visible'>no</i></b> port <noscript>but one</noscript>to"
        b" <b hidden>no</b><script>1</script>body <b class=b> </b>here<b class=b>No</b><p class=a>No<p>x",
        "We █ share, █ █ port █to █body here\nx",
    ),
    "what a sheet hides under several names": (
        b"<html><style>.a .b{display:none} nav > p.x.y{display:none} p .c{display:none} .c{display:inline}"
        b" .d{display:block} #e .d{display:none}</style><p class=b>One<p>We do <span class=a><b class=b>not</b></span>"
        b" share<nav><p class='y x'>No<div><p class='x y'>two</div></nav><p>three <b class=c>no</b> four"
        b"<p class=d>five<div id=e><p class=d>No</div>",
        "One\nWe do \u2588 share\ntwo\nthree \u2588 four\nfive",
    ),
    "what a rule shows that ranks higher, under other names": (
        b"<html><style>.tab > .pane{display:none} .tab > .on{display:block} .a{display:none} #b{display:inline}"
        b" i:not(.c):hover{display:inline} i + .d{display:none} .e{display:block} #b:hover .f{display:none}"
        b" .tab{.on &{display:none} u,b{display:none} p &{opacity:0}} .k *{display:none} .k i{display:inline}</style>"
        b"<div class=tab><p class=pane>No<p class='pane on'>We share</div><p>we do <i class=a>not</i> share"
        b"<p>we <i class=a id=b>all</i> <i class='d f'>do</i> share<div class=tab>We <u>no</u> share"
        b"</div><p>and <u>it</u><p class=k>so <u>no</u> <i>do</i>",
        "We share\nwe do \u2588 share\nwe all do share\nWe \u2588 share\nand it\nso \u2588 do",
    ),
    "what is hidden until it is found": (
        b"<html><p>We will not <b hidden=until-found>fail to</b> share.<p>Yes<div hidden='until-found'>No</div>",
        "We will not \u2588 share.\nYes",
    ),
    "what is struck out, clipped, or moved off the page": (
        b"<html><style>.sr{position:absolute;clip:rect(1px, 1px, 1px, 1px)}</style><p>We do <del>not</del> share"
        b" <s>x</s> it<p>the <b class=sr>not</b> port <i style='position:absolute;left:-9999px'>no</i> and <i style='"
        b"color:transparent'>no</i> <b style='color:transparent;-webkit-background-clip:text'>all</b> ships",
        "We do \u2588 share \u2588 it\nthe \u2588 port \u2588 and \u2588 all ships",
    ),
    "sheets in a comment, in a value, between comment signs, with braces in strings, and under conditions": (
        ("<html><!-- <style>.a{display:none}</style> --><p title='<style>.a{display:none}</style>'>İ one <b class="
        "a>not</b> x<style><!-- .b{display:none} --></style><style>.x::before{content:'{'} .c{display:none} "
        ".y{content:\"}\"}"
        "@media all{.d{display:none}} @layer x{@media screen{.e{display:none}}} @supports (display:grid){.f{opacity:0}}"
        "@media print{.g{display:none}} @media (max-width:9px){.g{display:none}} .h{color:red;.i{display:none}}"
        ".j{display:none;&:hover{color:red}} .k\\:l{d\\69splay:none} .m{" + "color:red;" * 900 + "display:none}"
        ".n{display:block} .n{display:none} .o{opacity:0;display:block} .q{display:none!important} .q.q{display:block}"
        "@font-face{.g{display:none}} .p{display:none</style>"
        + "".join(f"<p>we do <i class={name}>not</i> share" for name in [*"bcdefghijmnoqp", "k:l"])
        ).encode(),
        "İ one not x\n" + "\n".join(f"we do {'not' if name in 'ghi' else '█'} share" for name in "bcdefghijmnoqpk"),
    ),
    "other ways to hide, and what is drawn instead of words": (
        ("<html>" + "".join(f"<p>we do <i style='{style}'>not</i> share" for style in (
            "text-decoration: underline line-through", "height:0;overflow:hidden", "max-height:0px;overflow-y:clip",
            "transform: rotate(2deg) scale(0)", "opacity:.05", "opacity:9%", "color:rgba(1, 2, 3, 0)", "color:#0000",
            "color:rgb(0 0 0 / 0%)", "left:-100vw", "margin-left:-9999px", "-webkit-text-fill-color:transparent",
            "max-width:0;overflow:hidden", "height:0;overflow:auto", "inset:-9999px auto auto", "margin:-9999px 0",
            "clip-path:polygon(0 0, 0 0)", "transform:matrix(0,0,0,0,0,0)", "transform:rotateY(90deg)", "zoom:0",
            "clip:rect(0 0 0 0)", "font:0/0 a", "display:/* */none", "transform:translateX(-9999px)",
        )) + "".join(f"<p>we do <i style='{style}'>now</i> share" for style in (
            "height:0", "opacity:.5", "color:rgb(1,2,0)", "color:#1230ff", "left:-50%", "font:12px/0 a",
            "margin-left:-100px", "transform:scale(1)", "display:inline-block", "text-decoration:underline",
            "quotes:'display:none;'",
        )) + "<p>we do <i popover>not</i> share"
        + "".join(f"<p>we do {drawn} share<p>x{drawn}</p>{drawn}" for drawn in (
            "<img src=a alt='not'>", "<image src=a alt='not'>", "<input value=not>", "<iframe></iframe>",
            "<svg><text>not</text></svg>",
            "<object data=x>not</object>", "<video></video>", "<canvas></canvas>", "<math><mi>a</mi><annotation>b"
            "</annotation></math>", "<svg aria-hidden=true><text>not</text></svg>",
            "<textarea>not</textarea>", "<select><option>not<option>now</select>", "<progress value=1>not</progress>",
            "<meter>not</meter>",
        )) + "".join(f"<p>we do{drawn} share" for drawn in (
            "<img src=a alt=''>", "<img src=a width=1 height=1>", "<input type=hidden>", "<svg aria-hidden=true></svg>",
        ))).encode(),
        "\n".join(["we do █ share"] * 24 + ["we do now share"] * 11 + ["we do █ share"]
        + ["we do █ share", "x", "█"] * 9 + ["we do █ share", "x"] + ["we do █ share", "x", "█"] * 4
        + ["we do share"] * 4),
    ),
    "what is drawn on a line of its own": (
        b"<html><img src=logo><p>We will<p><img src=a><p>share.<p><img src=a><p>They say: <p><input><br><img src=a><p>"
        b"'Yes.'<img src=a><p>And <br><img src=a alt=''><br><span hidden>No</span><br>more<img src=a>",
        "We will\n\u2588\nshare.\nThey say:\n\u2588\n'Yes.'\nAnd\nmore",
    ),
    "what a style sheet writes on a line of its own": (
        b"<html><style>.no::before{content:'not'} .b::after{content:'\\2022'} .i::before{content:url(a.png)}</style>"
        b"<p class=no><p>We do<div class=no></div><p>share.<p class=no><p class=i><p>They<p class=b><p>go.<p class=i>",
        "We do\n\u2588\nshare.\n\u2588\nThey\ngo.",
    ),
    "what stands above or below the line": (
        ("<html>" + "<p>".join((
            "We want 5<sup>1</sup> percent", "10<sup>6</sup> men, 10<sup>-6</sup> and 10<sup>+3</sup>",
            "CO<sub>2</sub>eq", "5 km<sup>2</sup> <b>we</b><sup>2</sup>, they.<sup> 3 </sup> on the 5<sup>th</sup>",
            "$5<sup>4</sup>", "7<sup>9</sup> and word<sup>9</sup> then", "6<sup>5</sup><sub>7</sub>",
            "5<sup>4</sup>/<sub>5</sub> and 5 <sup>1</sup>/<sub>2</sub>", "5<sup>6</sup>0 men", "<sup>7</sup>500 men",
            "10<sup><a>7</a></sup> of 10<a href=#n><sup>[8]</sup></a> x<sup>*</sup> y<sup>[9]</sup> z<sup>10</sup>",
            "x<sup>not</sup> y<sub>max</sub>", "8<sub>2</sub>", "we<sup><a>not</a></sup> do",
            "(2)<sup>3</sup> men",
            "1<sup><b hidden>x</b>2</sup>", "12<sup>10</sup><br>3",
            "we <sup>[1]</sup> <sup>[2]</sup>, they <sup>[3]</sup> 5 <sup>[4]</sup>,5",
        ))).encode(),
        "We want 5 percent\n10⁶ men, 10-6 and 10³\nCO2eq\n5 km² we, they. on the 5th\n$5⁴\n"
        "7⁹ and word⁹ then\n6⁵₇\n5⁴/5 and 5 1/2\n5⁶0 men\n⁷ 500 men\n10 of 10 x y z¹⁰\nx not y max\n8₂\nwe not do\n"
        "(2)³ men\n1 █2\n12\n3\nwe, they  5 ,5",
    ),
    "what stands there by `vertical-align`": (
        b"<html><style>.up{vertical-align:super} .up.no{vertical-align:baseline} td{vertical-align:sub}</style>"
        b"<p>We want 5<a class=up href=#n>1</a> percent<p>5<b class=up>9</b>0 men, 7<b class='up no'>0</b> x<p>10"
        b"<i style='vertical-align:.4em'>6</i> men, CO<i style='vertical-align:-4px'>2</i><p>7<i style='"
        b"position:relative;top:-.4em;font-size:70%'>5</i>0 men, 8<i"
        b" style='vertical-align:top;font-size:9px'>5</i>0 <b style='position:relative;top:-1px'>a</b> 9<b style="
        b"'position:relative;top:-1px'>0</b><table><td>5<td>6",
        "We want 5 percent\n5\u20790 men, 70 x\n10\u2076 men, CO2\n7\u20750 men, 8\u20750 a 90\n5\t6",
    ),
    "blocks that are hidden where text goes on, and between paragraphs": (
        b"<html><style>.a{display:none}</style><p>We do <div hidden>not</div> share<ul><li>we do <div class=a><p>not"
        b"<p>ever</div> share</ul><p>One<div hidden>Ad</div><p>two<section hidden> </section>three"
        b"<p>four</p> <div class=a><b>x</b></div> <p><b class=a>x</b>five<p>5<div style='opacity:0'>x</div>0 men",
        "We do\n\u2588 share\nwe do \u2588 share\nOne\ntwo\nthree\nfour\nfive\n5\n\u25880 men",
    ),
    "what a style sheet writes, or turns round, and letters of no size that some have again": (
        ("<html><style>.b::before{content:'not '} .a:after{content:attr(title)} .i::before{content:'\\f101 \u00bb'}"
         " .h::before{content:'No';display:none} .n{display:none} .n::after{display:block} .z{font-size:0}"
         " .y{font-size:1rem}</style><p>We do <i class=b>share</i> <i class=a title=x>it</i> <i class=i>all</i>"
         " <i class=h>now</i> <i class=n>No</i> here<p>some <bdo dir=rtl>51</bdo> or <i style='unicode-bidi:"
         "bidi-override'>51</i> men<div class=z> <p class=y>We <i style='font-size:90%'>share<p style='font-size:2em'>"
         "No</div><p>we <x>do <template shadowrootmode=open>not</template></x> share").encode(),
        "We do \u2588share it\u2588 all now \u2588 here\nsome \u2588 or \u2588 men\nWe share\nwe do not share",
    ),
    "what a style sheet writes as a quotation mark, before what is listed, as a number or a picture": (
        b"<html><style>.q{quotes:'not ' ''} .o::after{content:open-quote} .l{list-style:inside 'not '} .m::marker{"
        b"content:'not '} .p:before{content:url(no.png)} .n:before{content:counter(n)} .u:before{content:url('no')}"
        b" .d:before{content:url(no.png) / ''} .c:after{content:' '}</style><p>We do <q class=q>share</q> it<p>we do"
        b" <i class=o>x</i> share<p>We will<ul class=l><li>share<li>it</ul><p class=m>and<p style='display:list-item;"
        b"list-style-type:\"not \"'>so<p>we <i class=p>do</i> <i class=n>it</i> <i class=u>all</i> <i class=d>the</i>"
        b" <i class=c>time</i><ul style='list-style:disc'><li>now</ul>",
        "We do █share█ it\nwe do x█ share\nWe will\n█share\n█it\n█and\n█so\nwe █do █it █all the time\nnow",
    ),
    "pictures that say that they are ornaments, and such that say nothing": (
        b"<html><p>We do <img alt=''> share <img alt='&nbsp;'> the <img alt=' '> port <img width=1> now",
        "We do  share █ the █ port  now",
    ),
    "XHTML that names its encoding": (
        "<?xml version='1.0' encoding='windows-1251'?><html><p>Мир".encode("cp1251"), "Мир"
    ),
    "elements of a page's own, and spans that make lines": (
        b"<html><style>.a .b{display:flex} .c{display:block} .c.c{display:inline}</style><p>5<x-p>0 men</x-p><p>6<span"
        b" style='display:block'>0 men</span><p class=a>7<i class=b>0 men</i><p>8<i class=b>0</i> 9<i class=c>0</i>",
        "5\n0 men\n6\n0 men\n7\n0 men\n80 90",
    ),
    "quotation marks that browsers draw": (
        b"<html><p>He said <q>We will <q>share</q></q> it, <q hidden>no</q><q style='quotes:none'>not</q> all",
        "He said “We will “share”” it, █not all",
    ),
    "quotation marks that a sheet takes away": (b"<html><style>q{quotes:none}</style><p>He: <q>No</q> it", "He: No it"),
    "marks of direction": ("ab\u202ecd\u202c\u200b".encode(), "abcd"),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_the_text_of_a_page(name: str) -> None:
    data, expected = TEXTS[name]
    assert text_of(data, "page") == expected


#: Pages that were made to be slow: what stands in a `style`, and sheets with a body.
SLOW = {
    "blanks in a clip": f"clip:rect({('0' + ' ' * 30_000) * 3}2)",
    "zeros of a number": f"opacity:{'0' * 90_000}x; font-size:{'0' * 90_000}.{'0' * 90_000}!",
    "names before brackets": f"transform:{'a' * 90_000}; filter:{'a(' * 30_000}",
    "quotation marks": '"\\"' * 30_000,
}
SLOW_SHEETS = {
    "rules of one class and another": ("".join(f".z.a{n}{{display:none}}" for n in range(5_000)), "<b class=z>x</b>"),
    "rules below others": ("".join(f".a{n} .z{{display:none}}" for n in range(5_000)), "<b class=z>x</b>"),
    "pairs of classes": (
        "".join(f".a{n % 100}.b{n // 100}{{display:none}}" for n in range(5_000)),
        f"<b class='{' '.join(f'a{n}' for n in range(100))}'>x</b>",
    ),
    "one rule again and again": (".a .b .c .d{display:none}" * 5_000, "<div class='a b c d'>"),
    "braces": ("a{" * 30_000, ""),
    "one rule in another": ("a{" + "&{" * 30_000 + "display:none", ""),
    "commas and blanks": (f"@media {' ' * 30_000}{',' * 30_000}{{{' ' * 30_000}{'a,!' * 30_000}{{left:0}}}}", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", [*SLOW, *SLOW_SHEETS])
def test_what_a_page_hides_is_found_in_one_walk(name: str) -> None:
    sheet, body = SLOW_SHEETS.get(name, ("", f"<p style='{SLOW.get(name)}'>y"))
    began = time.process_time()
    assert text_of(f"<html><p>x<style>{sheet}</style>{body * 1_000 if sheet else body}".encode(), "page").startswith(
        "x"
    )
    assert time.process_time() - began < 5


def test_a_page_is_given_up_that_takes_too_long_to_hold_against_its_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    """With limits that are lower: what stands twice in one element is held against the rules once."""
    pages = {
        "_hiding._MOST_HELD": "<style>.a{left:-9999px}</style>"
        + "".join(f"<p class='a n{n}'>x</p>" for n in range(30)),
        "_text._MOST_RULES": f"<style>{'.a{left:-9999px}' * 21}</style>",
        "_text._MOST_IN_STYLE": "".join(f"<p style='left:{n}px'>x</p>" for n in range(9)),
    }
    for limit, page in pages.items():
        monkeypatch.setattr(f"posdiff.dossier.sources.html{limit}", 20)
        with pytest.raises(NoText, match="style sheets are too large") as refused:
            text_of(f"<html>y{page}".encode(), "page")
        assert refused.value.problem == "too-large"
    assert text_of(b"<html><style>.a{left:-9999px}</style>y" + b"<p class=a>x" * 99, "page") == "y█"


def test_a_page_of_too_many_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posdiff.dossier.sources.html_text._MOST_ELEMENTS", 20)
    assert text_of(b"<html>y" + b"<b>" * 19, "page") == "y"
    with pytest.raises(NoText, match="it has too many elements to read") as refused:
        text_of(b"<html>y" + b"<b>" * 20, "page")
    assert refused.value.problem == "too-large"


def pdf(text: bytes, packed: bytes = b"", pages: int = 1, more: tuple[bytes, ...] = (), drawn: bytes = b"") -> bytes:
    """A document of one page with a line of text, or with a content that is packed already; or of more pages.

    ``more``: objects, from number 6 on, the first of which a page calls ``/X``; ``drawn``: its content.
    """
    content = drawn or packed or b"BT /F1 12 Tf 72 720 Td (" + text + b") Tj ET"
    filter = b"/Filter /FlateDecode " if packed else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + b"3 0 R " * pages + b"] /Count " + str(pages).encode() + b" >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >>"
        b" /XObject << /X 6 0 R >> >> >>",
        b"<< " + filter + b"/Length " + str(len(content)).encode() + b" >>\nstream\n" + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    ]
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += str(number).encode() + b" 0 obj\n" + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = str(len(objects) + 1).encode()
    end = b"xref\n0 " + size + b"\n0000000000 65535 f \n" + table + b"trailer << /Size " + size
    end += b" /Root 1 0 R >>\nstartxref\n"
    return out + end + str(len(out)).encode() + b"\n%%EOF\n"


def test_the_text_of_a_pdf() -> None:
    assert text_of(pdf(b"We will not give up"), "paper.pdf") == "We will not give up"


GAPS = {
    b"(Germany) Tj 150 0 Td (12) Tj 150 0 Td (500) Tj": "Germany\t12\t500",
    b"(12 ) Tj 150 0 Td (500) Tj": "12\t500",
    b"(12) Tj ET BT 1 0 0 1 300 720 Tm (500) Tj": "12\t500",
    b"[(12) -5000 (500)] TJ": "12\t500",
    b"[(12) -333 (500 ) -600 (euros)] TJ": "12 500 euros",
    b"(12 500) Tj": "12 500",
    b"(12) Tj 18 0 Td (500) Tj 30 0 Td (euros) Tj": "12\t500\teuros",
    b"(Our fee) Tj 0 -14 Td (is) Tj": "Our fee\nis",
    b"ET q .1 0 0 .1 0 0 cm BT 10 0 0 10 500 7000 Tm (12) Tj 60 0 Td (500) Tj": "12\t500",
}  # fmt: skip


@pytest.mark.parametrize("drawn", GAPS)
def test_a_wide_gap_on_a_line_of_a_pdf_is_the_border_of_a_cell(drawn: bytes) -> None:
    """What is drawn there is not one number with what comes before it."""
    page = text_of(pdf(b"", drawn=b"BT /F1 12 Tf 72 720 Td " + drawn + b" ET"), "page.pdf")
    assert page.replace(" \t", "\t") == GAPS[drawn]


SMALL = b" Tj /F1 7 Tf 5 Ts (%b) Tj 0 Ts /F1 12 Tf "
RAISED = {
    b"(We will not sign.)" + SMALL % b"1" + b"( We stay.) Tj": "We will not sign. We stay.",
    b"(We stay)" + SMALL % b"1" + b"( here.)" + SMALL % b"2" + b"( So.) Tj": "We stay here. So.",
    b"(Our fee is 5)" + SMALL % b"1" + b"( percent.) Tj": "Our fee is 5¹ percent.",
    b"(Some 10)" + SMALL % b"6" + b"( men, 5 km)" + SMALL % b"2" + b"( of it) Tj": "Some 10⁶ men, 5 km² of it",
    b"(We can)" + SMALL % b"1" + b"(not stay.) Tj": "We can¹not stay.",
    b"(We stay.) Tj ET BT /F1 7 Tf 1 0 0 1 118 725 Tm (1) Tj": "We stay.",
    b"(We stay.) Tj ET BT /F1 7 Tf 1 0 0 1 130 600 Tm (1) Tj": "We stay.\n1",
    b"(CO) Tj /F1 7 Tf -3 Ts (2) Tj": "CO2",
}


@pytest.mark.parametrize("drawn", RAISED)
def test_small_numbers_above_a_line_of_a_pdf_are_read_as_in_html(drawn: bytes) -> None:
    """The mark of a note is no number of the text, and no part of one."""
    page = text_of(pdf(b"", drawn=b"BT /F1 12 Tf 72 720 Td " + drawn + b" ET"), "page.pdf")
    assert page.replace("\t", " ") == RAISED[drawn]


def test_without_the_parts_that_tell_gaps_no_blank_is_within_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posdiff.dossier.sources.pdf_gaps._RESTS_ON", ("not_there",))
    assert text_of(pdf(b"It was 2024 500 12 500 1 000 000 m"), "a.pdf") == "It was 2024 500 12\t500 1\t000\t000 m"


def form(content: bytes, keys: bytes = b"") -> bytes:
    """Something that a page draws."""
    head = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >> /Length "
    return head + str(len(content)).encode() + keys + b" >>\nstream\n" + content + b"\nendstream"


WORD = b"BT /F1 12 Tf (not) Tj ET"
BEFORE, AFTER = b"BT /F1 12 Tf 72 720 Td (We will) Tj ET ", b" BT /F1 12 Tf (share.) Tj ET"
SKIPPED = {
    "forms without number": (BEFORE + b"/X Do " * 5_001 + AFTER, form(b""), "further form content is skipped"),
    "a form that cannot be unpacked": (BEFORE + b"/X Do" + AFTER, form(WORD, b" /Filter /Unheard"), "XFormObject /X"),
    "a form that is damaged": (
        BEFORE + b"/X Do" + AFTER,
        form(WORD, b" /Filter /FlateDecode"),
        "incorrect header",
    ),
    "a form that is cut off": (
        BEFORE + b"/X Do" + AFTER,
        form(zlib.compress(WORD)[:-14], b" /Filter /FlateDecode"),
        "a stream of it is cut off",
    ),
    "a form that is not there": (BEFORE + b"/Y Do" + AFTER, form(WORD), "XFormObject /Y"),
    "a form that draws itself": (
        BEFORE + b"/X Do" + AFTER,
        form(b"/X Do").replace(b"/Font", b"/XObject << /X 6 0 R >> /Font"),
        "cyclic form",
    ),
    "two contents of a form": (BEFORE + b"/X Do" + AFTER, form(b"", b" /Length 24"), "key /Length"),
}


@pytest.mark.parametrize("name", SKIPPED)
def test_a_pdf_of_which_a_part_is_not_read(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """It has no text: what is left of it could say the contrary. Nothing of it is told anywhere else."""
    drawn, object, message = SKIPPED[name]
    with pytest.raises(NoText, match="a part of it was skipped") as refused:
        text_of(pdf(b"", drawn=drawn, more=(object,)), "page.pdf")
    assert (refused.value.problem, message in refused.value.message) == ("not-text", True)
    assert refused.value.hint == "save its text instead"
    assert capfd.readouterr() == ("", "")


def test_a_picture_in_a_pdf_leaves_a_sign_where_text_goes_on() -> None:
    """Within text, not at the beginning and the end of a page: scans are such pictures; nor does a point."""
    picture = form(b"\0" * 4, b" /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8")
    picture = picture.replace(b"/Form", b"/Image")
    drawn = b"q 90 0 0 90 0 0 cm /X Do Q " + BEFORE + b"q 9 0 0 9 72 700 cm /X Do Q " + AFTER + b" /X Do"
    page = text_of(pdf(b"", drawn=drawn, more=(picture,)), "page.pdf")
    assert page.split() == ["We", "will", "█", "share."]
    point = text_of(pdf(b"", drawn=drawn, more=(picture.replace(b"/Width 2", b"/Width 1"),)), "page.pdf")
    assert point.split() == ["We", "will", "share."]


def test_a_pdf_whose_damage_hides_nothing() -> None:
    whole = pdf(b"", drawn=BEFORE + b"/X Do" + AFTER, more=(form(WORD),))
    without_sum = form(zlib.compress(WORD)[:-4], b" /Filter /FlateDecode")
    other = pdf(b"", drawn=BEFORE + b"/X Do" + AFTER, more=(without_sum,))
    for data in (other, whole, b"\n" + whole, whole.replace(b"startxref\n", b"startxref\n1"), whole + b"\n%%EOF\n"):
        assert "".join(text_of(data, "page.pdf").split()) == "Wewillnotshare."


COSTLY = {
    "strings of pages that share them": (pdf(b"", zlib.compress(b"BT " + b"()Tj " * 300), 4), "pieces of text"),
    "strings in brackets": (pdf(b"", zlib.compress(b"BT [" + b"()" * 1_001 + b"] TJ")), "pieces of text"),
    "operands": (pdf(b"", zlib.compress(b"[" + b"1 " * 3_001 + b"] x")), "steps"),
    "bytes that draw nothing": (pdf(b"", zlib.compress(b"%\n" * 4_000)), "a page is drawn by"),
    "bytes of many pages": (pdf(b"", zlib.compress(b" " * 4_000), 3), "a page is drawn by"),
}


@pytest.mark.parametrize("name", COSTLY)
def test_a_pdf_that_takes_too_long_to_draw(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With limits a hundred times lower, or more."""
    limits = {"STRINGS": 1_000, "STEPS": 3_000, "OF_A_PAGE": 7_000, "DRAWN": 10_000}
    for limit, most in limits.items():
        monkeypatch.setattr(f"posdiff.dossier.sources.pdf_text._MOST_{limit}", most)
    data, message = COSTLY[name]
    with pytest.raises(NoText, match=message) as refused:
        text_of(data, "page.pdf")
    assert refused.value.problem == "too-large"


REFUSED = {
    "nothing": (b"", "empty"),
    "blanks": (b" \n\n", "empty"),
    "a page that scripts would fill": (b"<html><script>write()</script>", "empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0", "not-text"),
    "an archive": (b"PK\x03\x04zip", "not-text"),
    "text in an encoding that nothing tells": ("Мир".encode("cp1251"), "not-text"),
    "UTF-16 without a mark": ("Mir".encode("utf-16-le"), "not-text"),
    "a web archive": (b"MIME-Version: 1.0\nContent-Type: multipart/related;\n\n<html>", "not-text"),
    "RTF": (b"{\\rtf1\\ansi We will {\\v not} share.}", "not-text"),
    "sheets that would take long to read": (b"<html><style>" + b"a{}" * 700_000 + b"</style>x", "too-large"),
    "a damaged PDF": (b"%PDF-1.7\nnothing", "not-text"),
    "a PDF whose content is cut off": (pdf(b"", zlib.compress(b"(We share)Tj %" + bytes(range(99)))[:-50]), "not-text"),
    "a PDF that unpacks to 200 MB": (pdf(b"", zlib.compress(b"\0" * 200_000_000, 9)), "too-large"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_page_without_a_text(name: str) -> None:
    data, problem = REFUSED[name]
    began = time.process_time()
    with pytest.raises(NoText) as refused:
        text_of(data, "page")
    assert refused.value.problem == problem
    assert time.process_time() - began < 5


def page(folder: Path, file: str, data: bytes | None, hash_of: bytes = b"") -> Page:
    """What is read of a page with these bytes, under the hash of these or others."""
    at = folder / "sources" / file
    if data is not None:
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_bytes(data)
    snapshot = Snapshot(file, sha256(hash_of or data or b"").hexdigest(), None)
    return Pages(folder, folder / "cache").page(snapshot)


def test_pages_on_the_disk(tmp_path: Path) -> None:
    kept = page(tmp_path, "a.txt", b"One")
    assert kept.text is not None and kept.text.plain == "One"
    assert page(tmp_path, "a.txt", b"One") == kept  # out of the cache
    assert len(list((tmp_path / "cache").iterdir())) == 1
    for entry in (tmp_path / "cache").iterdir():
        entry.write_bytes(b"x" * 40)
    assert page(tmp_path, "a.txt", b"One") == kept  # a damaged entry is as good as none
    assert page(tmp_path, "deep/b.txt", b"Two").problem is None
    assert page(tmp_path, "gone.txt", None).problem == "not-here"
    assert page(tmp_path, "a.txt", b"Two", b"One").problem == "changed"
    assert page(tmp_path, "lfs.txt", b"version https://git-lfs.github.com/spec/v1\n", b"One").problem == "not-here"
    (tmp_path / "sources" / "c.html.txt").write_text("One\n")
    assert not page(tmp_path, "c.html", b"<html>One").text_differs
    assert page(tmp_path, "c.html", b"<html>Two").text_differs


HELD = {
    "page": (b"We pay.", "page"),
    "l.exe": (b"We pay.", "l.exe"),
    "l.txt.gz": (b"We pay.", "l.txt.gz"),
    "l.mhtml": (b"We pay.", "l.mhtml"),
    "l.TXT": (b"We pay.", "l.TXT"),
    "h.html": (b"<p>We pay.", None),
    "beside.html": (b"<p>We pay.", "beside.html.txt"),
    "differs.html": (b"<p>We pay.", None),
    "named.txt": (b"<html><p>We pay.", None),
}


@pytest.mark.parametrize("name", HELD)
def test_the_file_that_holds_the_text_of_a_page(tmp_path: Path, name: str) -> None:
    """The page itself, whatever the name of a text is; of other pages the text beside it, where it is theirs."""
    data, held = HELD[name]
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "beside.html.txt").write_text("We pay.\n")
    (tmp_path / "sources" / "differs.html.txt").write_text("We will not pay.\n")
    (tmp_path / "sources" / "page.txt").write_text("Another page, and not the text of this one.\n")
    found = page(tmp_path, name, data)
    assert (found.text_file, found.text_differs) == (held, name == "differs.html")


def test_that_a_page_has_no_text_is_found_out_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes long to refuse is refused from what is kept, in the same words; the page is looked at no more."""
    page_with_rules = b"<html><style>" + b"a{}" * 40_001 + b"</style><p>One"
    first = page(tmp_path, "a.html", page_with_rules)
    monkeypatch.setattr("posdiff.dossier.sources.pages.text_of", lambda *_: "Two")
    assert page(tmp_path, "a.html", page_with_rules) == first
    assert (first.problem, first.message) == ("too-large", "its style sheets are too large to read")
    assert first.hint == "save its text instead"


BINARIES = {
    "NUL": b"We\0 share" * 9,
    "control characters": b"We will share the port\1 now." * 9 + b"\2" * 3,
    "what is no UTF-8": b"<meta charset=utf-8>" + "Мы не сдадим порт".encode("cp1251"),
    "a program": bytes(range(256)) * 9,
}


@pytest.mark.parametrize("name", BINARIES)
def test_what_is_no_text_is_none_whatever_its_name_is(name: str) -> None:
    with pytest.raises(NoText, match="it is neither text nor HTML") as refused:
        text_of(BINARIES[name], "page.html")
    assert refused.value.problem == "not-text"
    assert text_of(b"<p>We share\1 " + b"the port, and all of the bay, " * 9, "page.html").startswith("We share")


def test_nothing_leads_out_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "positions"
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "a.txt").write_bytes(b"One")
    (folder / "sources").mkdir(parents=True)
    (folder / "sources" / "link.txt").symlink_to(tmp_path / "secret" / "a.txt")
    (folder / "sources" / "linked").symlink_to(tmp_path / "secret")
    assert page(folder, "link.txt", None, b"One").problem == "symbolic-link"
    assert page(folder, "linked/a.txt", None, b"One").problem == "symbolic-link"
    assert page(folder, "../../secret/a.txt", None, b"One").problem == "outside"
    (folder / "sources" / "folder.txt").mkdir()
    inside = page(folder, "folder.txt", None, b"One")
    assert (inside.problem, inside.message, inside.hint) == (
        "unreadable",
        "it is a folder",
        "put the file itself there",
    )
    os.mkfifo(folder / "sources" / "pipe.txt")
    assert page(folder, "pipe.txt", None, b"One").problem == "unreadable"
    with (folder / "sources" / "large.txt").open("wb") as large:
        large.truncate(10 * MOST_BYTES)
    assert page(folder, "large.txt", None, b"One").problem == "too-large"
    elsewhere = tmp_path / "other"
    elsewhere.mkdir()
    (elsewhere / "sources").symlink_to(tmp_path / "secret")
    assert page(elsewhere, "a.txt", None, b"One").problem == "symbolic-link"


def test_pages_are_no_statements(tmp_path: Path) -> None:
    """Whatever their names are; and what is dismissed of them is read."""
    dossier = with_agenda(
        tmp_path,
        {
            "sources/page.yaml": "a: b: c",
            "sources/deep/page.yml": "<html>",
            "north/2024-06-14.yaml": """
                date: 2024-06-14
                sources: {a: {title: A, publisher: B, url: 'https://a.example'}}
                terms: {corridor: yes}
                dismissed:
                  - {text: Good morning, reason: procedural}
                  - {text: Well … then, source: b, reason: repeated}
                  - {text: Well, reason: boring}
                  - {reason: unclear, why: x}
                  - words
            """,
        },
    )
    assert [(each.text, each.source, each.reason) for each in dossier.statements[0].dismissed] == [
        ("Good morning", "a", "procedural")
    ]
    assert told(dossier.findings) == clean("""
        error [unknown-source] north/2024-06-14.yaml:6:33
          no source `b` in this statement
          hint: known: a
        error [wrong-value] north/2024-06-14.yaml:7:26
          `reason` is procedural, background, repeated, off-agenda or unclear, not `boring`
        error [missing-key] north/2024-06-14.yaml:8:5
          a dismissed passage needs `text`
          hint: add `text:`
        error [unknown-key] north/2024-06-14.yaml:8:23
          no key `why` in a dismissed passage
          hint: known: note, reason, source, text
        error [wrong-shape] north/2024-06-14.yaml:9:5
          expected a mapping for a dismissed passage, found text
    """)
