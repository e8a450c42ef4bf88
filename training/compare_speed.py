"""Speed of `langkinh segment`, pyvi and underthesea on the same text, in one run, in turns.

    python compare_speed.py --text news.txt --langkinh ../target/release/langkinh [--kb 500] [--rounds 3]
"""

import argparse
import os
import statistics
import subprocess


def timed(f):
    """Time of the processor, that of commands called counted too: other work on the machine disturbs little."""
    start = os.times()
    f()
    return sum(os.times()[:4]) - sum(start[:4])


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--text", required=True)
    ap.add_argument("--langkinh", required=True)
    ap.add_argument("--kb", type=int, default=500, help="how much of the text the Python tools get")
    ap.add_argument("--times", type=int, default=40, help="how many times that the command gets")
    ap.add_argument("--rounds", type=int, default=3)
    args = ap.parse_args()
    with open(args.text, "rb") as f:
        small = f.read(args.kb * 1000).rsplit(b"\n", 1)[0] + b"\n"
    lines = small.decode().splitlines()

    from pyvi import ViTokenizer
    from underthesea import word_tokenize

    command = lambda text: subprocess.run([args.langkinh, "segment"], input=text, stdout=subprocess.DEVNULL, check=True)
    large = small * args.times
    tools = {
        # The start of the process is taken off; reading the text and writing the words are not.
        "langkinh": lambda: len(large) / (timed(lambda: command(large)) - timed(lambda: command(b"a\n"))),
        "pyvi": lambda: len(small) / timed(lambda: [ViTokenizer.tokenize(line) for line in lines]),
        "underthesea": lambda: len(small) / timed(lambda: [word_tokenize(line, format="text") for line in lines if line]),
    }
    word_tokenize("khởi động")
    speeds = {name: [] for name in tools}
    for _ in range(args.rounds):
        for name, run in tools.items():
            speeds[name].append(run() / 1e6)
    ours = statistics.median(speeds["langkinh"])
    for name, found in speeds.items():
        median = statistics.median(found)
        print(f"{name:12} {median:8.3f} MB/s   langkinh is {ours / median:6.1f} times as fast   ({min(found):.3f} to {max(found):.3f})")


if __name__ == "__main__":
    main()
