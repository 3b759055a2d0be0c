"""Tags of languages (BCP 47): which are known, and what the languages are called in English."""

import re
from functools import cache

from posdiff.findings.nearest import nearest
from posdiff.kinds.kind import joined

#: A tag of RFC 5646, but for those that it only keeps from earlier days: language, script, region, variants,
#: extensions, private use.
TAG = (
    r"^[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*"
    r"(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?$"
)

#: ISO 639-1.
_NAMES = """
aa Afar, ab Abkhazian, ae Avestan, af Afrikaans, ak Akan, am Amharic, an Aragonese, ar Arabic, as Assamese, av Avaric,
ay Aymara, az Azerbaijani, ba Bashkir, be Belarusian, bg Bulgarian, bh Bihari, bi Bislama, bm Bambara, bn Bengali,
bo Tibetan, br Breton, bs Bosnian, ca Catalan, ce Chechen, ch Chamorro, co Corsican, cr Cree, cs Czech,
cu Church Slavonic, cv Chuvash, cy Welsh, da Danish, de German, dv Dhivehi, dz Dzongkha, ee Ewe, el Greek, en English,
eo Esperanto, es Spanish, et Estonian, eu Basque, fa Persian, ff Fulah, fi Finnish, fj Fijian, fo Faroese, fr French,
fy Western Frisian, ga Irish, gd Scottish Gaelic, gl Galician, gn Guarani, gu Gujarati, gv Manx, ha Hausa, he Hebrew,
hi Hindi, ho Hiri Motu, hr Croatian, ht Haitian, hu Hungarian, hy Armenian, hz Herero, ia Interlingua, id Indonesian,
ie Interlingue, ig Igbo, ii Sichuan Yi, ik Inupiaq, io Ido, is Icelandic, it Italian, iu Inuktitut, ja Japanese,
jv Javanese, ka Georgian, kg Kongo, ki Kikuyu, kj Kuanyama, kk Kazakh, kl Greenlandic, km Khmer, kn Kannada, ko Korean,
kr Kanuri, ks Kashmiri, ku Kurdish, kv Komi, kw Cornish, ky Kyrgyz, la Latin, lb Luxembourgish, lg Ganda, li Limburgish,
ln Lingala, lo Lao, lt Lithuanian, lu Luba-Katanga, lv Latvian, mg Malagasy, mh Marshallese, mi Maori, mk Macedonian,
ml Malayalam, mn Mongolian, mr Marathi, ms Malay, mt Maltese, my Burmese, na Nauru, nb Norwegian Bokmål,
nd North Ndebele, ne Nepali, ng Ndonga, nl Dutch, nn Norwegian Nynorsk, no Norwegian, nr South Ndebele, nv Navajo,
ny Chichewa, oc Occitan, oj Ojibwa, om Oromo, or Odia, os Ossetian, pa Punjabi, pi Pali, pl Polish, ps Pashto,
pt Portuguese, qu Quechua, rm Romansh, rn Rundi, ro Romanian, ru Russian, rw Kinyarwanda, sa Sanskrit, sc Sardinian,
sd Sindhi, se Northern Sami, sg Sango, sh Serbo-Croatian, si Sinhala, sk Slovak, sl Slovenian, sm Samoan, sn Shona,
so Somali, sq Albanian, sr Serbian, ss Swati, st Southern Sotho, su Sundanese, sv Swedish, sw Swahili, ta Tamil,
te Telugu, tg Tajik, th Thai, ti Tigrinya, tk Turkmen, tl Tagalog, tn Tswana, to Tonga, tr Turkish, ts Tsonga, tt Tatar,
tw Twi, ty Tahitian, ug Uyghur, uk Ukrainian, ur Urdu, uz Uzbek, ve Venda, vi Vietnamese, vo Volapük, wa Walloon,
wo Wolof, xh Xhosa, yi Yiddish, yo Yoruba, za Zhuang, zh Chinese, zu Zulu
"""


@cache
def _names() -> dict[str, str]:
    """The English names of the languages that have a code of two letters, by that."""
    entries = (entry.partition(" ") for entry in " ".join(_NAMES.split()).split(", "))
    return {code: name for code, _, name in entries}


def known(tag: str) -> bool:
    """Whether a tag is one of BCP 47, of a language that there is. Three letters (ISO 639-3) are taken on trust."""
    language = tag.partition("-")[0].casefold()
    return re.fullmatch(TAG, tag) is not None and (len(language) == 3 or language in _names())


def hint(tag: str) -> str:
    """What to write in place of a tag that is not known: the tags of the languages that look like it."""
    if known(tag.replace("_", "-")):
        return f"write {tag.replace('_', '-')}"
    language = re.split(r"[-_\s]", tag.strip(), maxsplit=1)[0]
    codes = {name: code for code, name in _names().items()}
    near = [name for name in codes if name.casefold() == language.casefold()] or nearest(language, codes)
    if near:
        return f"did you mean {joined([f'{codes[name]} ({name})' for name in near], 'or')}?"
    return "write a tag of BCP 47, as in uk for Ukrainian or pt-BR for the Portuguese of Brazil"


def name(tag: str) -> str:
    """What a language is called: ``Russian``, ``Serbian (sr-Latn)``; by its tag where that has three letters."""
    language, *rest = tag.split("-")
    called = _names().get(language.casefold())
    if called is None:
        return tag
    return f"{called} ({tag})" if rest else called
