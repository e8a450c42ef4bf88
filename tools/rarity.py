#!/usr/bin/env python3
"""Makes data/rarity_vi.tsv: how rare Vietnamese words are in news.

usage: langkinh segment NEWS | python3 tools/rarity.py > data/rarity_vi.tsv

Input: one text or paragraph a line, words separated by blanks, the syllables of a word joined by `_`.
The committed table was made from 38 MB of undated Vietnamese news.
"""
import math, sys
from collections import Counter

LEAST = 130
HEAD = """\
# How rare Vietnamese words are in news: one paragraph in 2 to the power of this holds the word, rounded. Made by
# tools/rarity.py from 38 MB of undated Vietnamese news, words cut by langkinh. Counts only, no text of the news. CC0-1.0.
# Words of 130 paragraphs or more, of 44,644; every other word has 9. Two words of one syllable each that are as common
# as a word stand here, too. Columns: word, rarity.
"""

def stopwords():
    with open('data/stopwords_vi.tsv', encoding='utf-8') as table:
        rows = [line.rstrip('\n').split('\t') for line in table if '\t' in line and not line.startswith('#')]
    return {word for word, kind in rows if kind in ('stop', 'link')}

def main():
    stop, texts = stopwords(), Counter()
    lines = dict.fromkeys(sys.stdin)
    for line in lines:
        words = [word.replace('_', ' ').lower() for word in line.split()]
        is_word = [word.replace(' ', '').isalpha() and word not in stop for word in words]
        seen = {word for word, holds in zip(words, is_word) if holds}
        for i in range(len(words) - 1):
            if is_word[i] and is_word[i + 1] and ' ' not in words[i] + words[i + 1]: seen.add(words[i] + ' ' + words[i + 1])
        texts.update(seen)
    rows = [(word, max(0, round(-math.log2(n / len(lines))))) for word, n in texts.items() if n >= LEAST and word not in stop]
    print(HEAD + '\n'.join('%s\t%d' % row for row in sorted(rows)))

if __name__ == '__main__':
    main()
