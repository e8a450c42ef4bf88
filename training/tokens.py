"""Tokens and keys, as in src/text/scan.rs and src/text/fold.rs: a change there is a change here."""

import re
import unicodedata

WORD, NUMBER, ADDRESS, MARK = range(4)

_ADDRESS_RUN = re.compile(r"""[^\s()"“”<>,;]+""")
_HOST = re.compile(r"[A-Za-z0-9-]{2,}(?:\.[A-Za-z0-9-]+)*\.(?:vn|com|net|org|gov|edu|info|asia|io)\Z")
_MAILBOX = re.compile(r"[A-Za-z0-9._%+-]+\Z")
_LETTER = r"[^\W\d_]|[\u0300-\u036f]"
_TOKEN = re.compile(
    rf"(?P<word>[0-9]*(?:{_LETTER})(?:{_LETTER}|[0-9]|&(?={_LETTER}))*)"
    r"|(?P<number>[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<mark>[\U0001f1e6-\U0001f1ff]{2}|[!-~]|\S(?:[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|\u200d[^\w\s\x00-\u07ff])*)"
)


def _address(text, at):
    run = _ADDRESS_RUN.match(text, at)
    if not run or not any(c in run.group() for c in ".@:"):
        return 0
    run = run.group().rstrip(".:!?…'’_*~|")
    scheme = run.startswith(("http://", "https://")) and len(run) > 8
    name, at_sign, host = run.partition("@")
    mail = at_sign and _MAILBOX.match(name) and _HOST.match(host)
    return len(run) if scheme or mail or _HOST.match(run.split("/")[0]) else 0


def tokens(text):
    """(start, end, kind) of every token."""
    out, at = [], 0
    while m := _TOKEN.search(text, at):
        start, end = m.span()
        kind = WORD if m.lastgroup == "word" else NUMBER if m.lastgroup == "number" else MARK
        if kind != MARK and (n := _address(text, start)):
            end, kind = start + n, ADDRESS
        out.append((start, end, kind))
        at = end
    return out


_TONED = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}
_NEWER = {older: newer for newer, older in _TONED.items()}


def fold(word):
    """Lower case, tone mark of an open syllable in its older place, the Icelandic eth read as `đ`."""
    word = unicodedata.normalize("NFC", word).lower().replace("ð", "đ")
    tail = word[-2:]
    if tail in _TONED and not (tail[0] == "u" and word[-3:-2] == "q"):
        word = word[:-2] + _TONED[tail]
    return word


def as_printed(word):
    """The spelling that newspapers of the years around 2004 print, case kept: `khoẻ`, `uỷ`."""
    word = word.replace("Ð", "Đ").replace("ð", "đ")
    tail = word[-2:]
    newer = _NEWER.get(tail.lower())
    if newer is None or (tail[0] in "uU" and word[-3:-2] in ("q", "Q")):
        return word
    return word[:-2] + "".join(x.upper() if y.isupper() else x for x, y in zip(newer, tail))
