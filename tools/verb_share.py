#!/usr/bin/env python3
"""Makes data/verbs_vi.tsv: how much a Vietnamese word is a verb, by the markers that stand before it.

usage: python3 tools/verb_share.py < SEGMENTED_TEXT > data/verbs_vi.tsv

SEGMENTED_TEXT has words separated by blanks and the syllables of a word joined by `_`, as `langkinh segment` and pyvi
write it. The committed table was made from 40 MB of undated Vietnamese news cut by pyvi 0.1.1.
"""
import re, sys
from collections import Counter

NOUN = set('các những một mọi mỗi nhiều của về hai ba bốn năm vài từng mấy'.split())
VERB = set('đã sẽ đang không chưa được bị để hãy đừng cũng phải vẫn cần chỉ mới cùng có_thể'.split())
DEGREE = set('rất quá khá hơi'.split())
HEAD = """\
# How much a Vietnamese word is a verb: tenths of its occurrences after a marker of verbs (đã, sẽ, đang, không, chưa,
# phải, được, bị, để …) against those after a marker of nouns (các, những, một, mỗi, của, về, a number) or degree (rất, quá).
# Words with 20 such occurrences or more and 4 tenths or more that are no stopwords; made by tools/verb_share.py from
# 40 MB of undated Vietnamese news, words cut by pyvi (MIT). Counts only, no text of the news. CC0-1.0.
# Columns: word, tenths.
"""

def stopwords():
    with open('data/stopwords_vi.tsv', encoding='utf-8') as table:
        rows = [line.rstrip('\n').split('\t') for line in table if '\t' in line and not line.startswith('#')]
    return {word for word, kind in rows if kind == 'stop'}

def main():
    after = {'noun': Counter(), 'verb': Counter(), 'degree': Counter()}
    for line in sys.stdin:
        words = line.lower().split()
        for before, word in zip(words, words[1:]):
            if before in NOUN or re.fullmatch(r'[\d.,]+', before): after['noun'][word] += 1
            elif before in VERB: after['verb'][word] += 1
            elif before in DEGREE: after['degree'][word] += 1
    stop, rows = stopwords(), []
    for word, n in after['verb'].items():
        total = sum(c[word] for c in after.values())
        phrase = word.replace('_', ' ')
        if total >= 20 and n / (total + 3) >= 0.35 and re.fullmatch(r'[^\W\d]+', word) and phrase not in stop:
            rows.append((phrase, min(9, round(10 * n / (total + 3)))))
    print(HEAD + '\n'.join('%s\t%d' % row for row in sorted(rows)))

if __name__ == '__main__':
    main()
