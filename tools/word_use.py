#!/usr/bin/env python3
"""Makes data/word_use_vi.tsv: how common Vietnamese words are, and how often they stand at the border of a phrase.

usage: langkinh segment NEWS | python3 tools/word_use.py > data/word_use_vi.tsv

Input: one text or paragraph a line, words separated by blanks, the syllables of a word joined by `_`.
The committed table was made from 38 MB of undated Vietnamese news.
"""
import math, sys
from collections import Counter

LEAST = 130
HEAD = """\
# How common Vietnamese words are in news, and how often they end and begin a phrase. Made by tools/word_use.py from 38 MB
# of undated Vietnamese news, words cut by langkinh. Counts only, no text of the news. CC0-1.0.
# Columns: word (or two words of one syllable each that are as common as a word); rarity: the paragraphs of one of which it
# stands, as a power of two, rounded; of ten occurrences, those behind which a mark or a stopword stands; those before which
# one does. Words of 130 paragraphs or more, of 44,644; any other word has the rarity 9.
"""

def stopwords():
    with open('data/stopwords_vi.tsv', encoding='utf-8') as table:
        rows = [line.rstrip('\n').split('\t') for line in table if '\t' in line and not line.startswith('#')]
    return {word for word, kind in rows if kind in ('stop', 'link')}

def main():
    stop, texts, ends, begins, all_ = stopwords(), Counter(), Counter(), Counter(), Counter()
    lines = dict.fromkeys(sys.stdin)
    for line in lines:
        words = ['', *(word.replace('_', ' ').lower() for word in line.split()), '']
        border = [not word[:1].isalpha() or word in stop for word in words]
        seen = set()
        for i in range(1, len(words) - 1):
            word = words[i]
            if not word[:1].isalpha(): continue
            seen.add(word)
            all_[word] += 1
            ends[word] += border[i + 1]
            begins[word] += border[i - 1]
            if ' ' not in word and ' ' not in words[i + 1] and not border[i] and not border[i + 1]:
                pair = word + ' ' + words[i + 1]
                seen.add(pair)
                all_[pair] += 1
                ends[pair] += border[i + 2]
                begins[pair] += border[i - 1]
        texts.update(seen)
    rows = []
    for word, n in texts.items():
        if n < LEAST or word in stop or not word.replace(' ', '').isalpha(): continue
        tenths = lambda counts: round(10 * (counts[word] + 1.5) / (all_[word] + 5))
        rows.append((word, max(0, round(-math.log2(n / len(lines)))), tenths(ends), tenths(begins)))
    print(HEAD + '\n'.join('%s\t%d\t%d\t%d' % row for row in sorted(rows)))

if __name__ == '__main__':
    main()
