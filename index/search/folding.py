"""Letters to plainer letters, as people without the keys type them."""

import re
import unicodedata

# Not the article on a word in -o: `kontoen` is `konto`. Shorter words (`loen`) have an ø.
_OE = re.compile(r"oe(?!(?<=\w{5})(?:n|r|t|ns|rs|ts|rne|rnes)$)")


def fold_danish(word: str) -> str:
    """Spell æ, ø, å as people without those keys do: `på`, `paa` and `pa` are one word."""
    for letter, plain in (("å", "a"), ("aa", "a"), ("ø", "o"), ("æ", "ae")):
        word = word.replace(letter, plain)
    return _OE.sub("o", word) if "oe" in word else word


def fold_accents(word: str) -> str:
    """Take marks off letters: `résumé` is `resume`."""
    if word.isascii():
        return word
    plain = word.replace("æ", "ae").replace("ø", "o")
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
