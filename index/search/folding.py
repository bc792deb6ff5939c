"""Letters to plainer letters, as people without the keys type them."""

import unicodedata


def fold_danish(word: str) -> str:
    """Spell æ, ø, å as people without those keys do: `på`, `paa` and `pa` are one word."""
    for letter, plain in (("å", "a"), ("aa", "a"), ("ø", "o"), ("oe", "o"), ("æ", "ae")):
        word = word.replace(letter, plain)
    return word


def fold_accents(word: str) -> str:
    """Take marks off letters: `résumé` is `resume`."""
    if word.isascii():
        return word
    plain = word.replace("æ", "ae").replace("ø", "o")
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
